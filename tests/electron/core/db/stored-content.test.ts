import { describe, expect, it } from 'vitest';
import { contentToStored, storedToContent } from '../../../../electron/core/db/stored-content.ts';
import { entryKinds } from '../../../../shared/domain/entry-words.ts';
import { entryContentSchema } from '../../../../shared/domain/entry.ts';

describe('the text of a revision', () => {
  it.each(entryKinds)('of a %s with a title alone holds nothing but that', (kind) => {
    const content = entryContentSchema.parse({ kind, title: 'x', occurredOn: '2026-09-14' });
    expect(JSON.parse(contentToStored(content))).toEqual({ kind, title: 'x', occurredOn: '2026-09-14' });
    expect(storedToContent(contentToStored(content))).toEqual(content);
  });

  it('holds a field that differs from what is left out, even when it says as little', () => {
    const content = entryContentSchema.parse({
      kind: 'help',
      title: 'x',
      occurredOn: '2026-09-14',
      minutes: 0,
      status: 'doing',
    });
    expect(JSON.parse(contentToStored(content))).toMatchObject({ minutes: 0, status: 'doing' });
    expect(storedToContent(contentToStored(content))).toEqual(content);
  });
});
