import { useState, type FormEvent } from 'react';
import { Button } from './Button.tsx';
import { TextField } from './Field.tsx';

interface PassphraseFormProps {
  hint: string;
  action: string;
  /** Typed twice; else once, and it may be left out. */
  isNew: boolean;
  isBusy: boolean;
  /** Why it cannot be a new passphrase; null when it can. */
  findProblem: (passphrase: string) => string | null;
  onSubmit: (passphrase: string) => void;
}

/** Asks for a passphrase. It is kept nowhere but in these fields. */
export function PassphraseForm({ hint, action, isNew, isBusy, findProblem, onSubmit }: PassphraseFormProps) {
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<{ typed?: string; again?: string }>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = isNew ? findProblem(typed) : null;
    if (short) return setProblem({ typed: short });
    if (isNew && typed !== again) return setProblem({ again: 'The two differ.' });
    setProblem({});
    onSubmit(typed);
  };
  return (
    <form onSubmit={submit}>
      <TextField
        label="Passphrase"
        type="password"
        hint={hint}
        error={problem.typed}
        value={typed}
        onChange={setTyped}
      />
      {isNew && <TextField label="Once more" type="password" error={problem.again} value={again} onChange={setAgain} />}
      <Button type="submit" look="primary" disabled={isBusy}>
        {action}
      </Button>
    </form>
  );
}
