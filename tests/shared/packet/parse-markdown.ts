import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** What the structure tests ask of a node. */
export interface Node {
  type: string;
  depth?: number;
  value?: string;
  url?: string;
  children?: Node[];
}

/** Every node of the document, as an independent CommonMark and GFM parser reads it. */
export function parseMarkdown(markdown: string): Node[] {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;
  return flatten(root);
}

/** The headings as `## Title`. */
export function listHeadings(nodes: readonly Node[]): string[] {
  return nodes.filter((node) => node.type === 'heading').map((node) => `${'#'.repeat(node.depth!)} ${readText(node)}`);
}

/** The text of a node as its reader sees it. */
export function readText(node: Node): string {
  return node.value ?? (node.children ?? []).map(readText).join('');
}

function flatten(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}
