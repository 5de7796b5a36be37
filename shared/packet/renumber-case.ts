const CITATION = /\[(E\d{1,6})\]/g;

/** A case whose citations are those of one packet. */
export interface RenumberedCase {
  /** The user's text in this packet's numbering; what is not in the packet keeps the label it had. */
  text: string;
  /** The text as it is exported: without citations that would point nowhere. */
  printed: string;
  /** What each label in `text` means, by entry id. */
  citations: Record<string, string>;
  /** The labels that point at nothing in this packet. */
  missing: string[];
}

/**
 * Numbers are given anew for each packet, so a citation means an entry, not a number: `citations` says which, for the
 * labels of the text; a label it does not know is read in this packet's own numbering.
 */
export function renumberCase(
  theCase: string,
  citations: Readonly<Record<string, string>>,
  references: readonly { reference: string; entryId: string }[],
): RenumberedCase {
  const toId = new Map(references.map(({ reference, entryId }) => [reference, entryId]));
  const toLabel = new Map(references.map(({ reference, entryId }) => [entryId, reference]));
  const meant: Record<string, string> = {};
  const missing = new Set<string>();
  const read = (label: string) => {
    const id = citations[label] ?? toId.get(label);
    const current = id === undefined ? undefined : toLabel.get(id);
    if (id !== undefined) meant[current ?? label] ??= id;
    if (current === undefined) missing.add(label);
    return current;
  };
  const text = theCase.replaceAll(CITATION, (source, label: string) => `[${read(label) ?? source.slice(1, -1)}]`);
  const printed = theCase.replaceAll(/ ?\[(E\d{1,6})\]/g, (source, label: string) => {
    const current = read(label);
    return current ? source.replace(label, current) : '';
  });
  return { text, printed, citations: meant, missing: [...missing] };
}
