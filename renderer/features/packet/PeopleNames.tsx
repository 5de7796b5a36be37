import { useState } from 'react';
import type { Person } from '../../../shared/domain/person.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { usePacket } from './packet-context.ts';
import styles from './PacketPage.module.css';

/** How each person of the journal appears outside it. */
export function PeopleNames() {
  const people = usePacket((state) => state.people);
  if (people.length === 0) return null;
  return (
    <div className={styles.group}>
      <h2>How people appear</h2>
      <ul>
        {people.map((person) => (
          <PersonName key={person.name} person={person} />
        ))}
      </ul>
    </div>
  );
}

function PersonName({ person }: { person: Person }) {
  const savePerson = usePacket((state) => state.savePerson);
  const [role, setRole] = useState(person.role);
  const saveRole = () => {
    if (role.trim() !== person.role) void savePerson({ ...person, role });
  };
  return (
    <li className={styles.person}>
      <div className={styles.personHead}>
        <span className={styles.personName}>{person.name}</span>
        <CheckField
          className={styles.named}
          label="by name"
          isChecked={person.isNamedInExports}
          onChange={(isNamedInExports) => void savePerson({ ...person, role, isNamedInExports })}
        />
      </div>
      {!person.isNamedInExports && (
        <TextField
          label={`Role of ${person.name}`}
          isLabelHidden
          placeholder="a colleague"
          value={role}
          onChange={setRole}
          onLeave={saveRole}
        />
      )}
    </li>
  );
}
