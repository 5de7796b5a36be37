import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportPacket } from '../../../shared/packet/export-packet.ts';
import { entry, source } from './journal.ts';
import { listHeadings, parseMarkdown, readText, type Node } from './parse-markdown.ts';

const EXPECTED = [
  '# Promotion packet',
  '## The case',
  '## At a glance',
  '## Evidence',
  '### Design & architecture',
  '#### Architecture',
  '### Mentorship',
  '#### Mentoring',
  '## Help given',
  '## Designs',
  '## Other work',
  '## Appendix: every entry by date',
];

const SOUND = { headings: EXPECTED, foreign: [], badUrls: [] };
const NEVER = new Set([
  'html',
  'definition',
  'image',
  'imageReference',
  'linkReference',
  'footnoteDefinition',
  'thematicBreak',
]);

function exportHostile(text: string, title = 'Title'): string {
  const common = {
    title,
    body: text,
    result: text,
    tags: [title.slice(0, 80)],
    links: [{ title, url: 'https://example.com/a' }],
  };
  const entries = [
    entry({ ...common, kind: 'design', alternatives: text, evidence: [{ criterionId: 'architecture' }] }),
    entry({ ...common, kind: 'help', canNow: text, evidence: [{ criterionId: 'mentoring' }] }),
    entry({ ...common, kind: 'help', canNow: text }),
    entry({ ...common, kind: 'design', alternatives: text }),
    entry({ ...common, metrics: [{ label: title.slice(0, 120), before: 1, after: 2 }] }),
  ];
  const given = source({ entries });
  return exportPacket({ ...given, options: { ...given.options, theCase: `Case. ${text}` } }).markdown;
}

const HOSTILE: Record<string, string> = {
  'ATX headings': '# One\n## Two ##\n   ### Three\n#\n####### seven',
  'setext headings': 'Title\n===\n\nOther\n---\nlines\nof\n  ----',
  'an unclosed fence': 'before\n```js\nlet a = 1;\n# not a heading',
  'an unclosed tilde fence': '~~~\n## x',
  'a fence closed by a shorter one': '````\n```\n# x\n',
  'a fence in a list': '- item\n  ```\n  # x\n- [ ] two',
  'a fence in a quote': '> ```\n> # x\nout',
  'a comment that never ends': 'a <!-- b\n\nc',
  'blocks of HTML': '<script>\n# x\n</script>\n<details><summary>x\n<pre>\n\n<h1>big</h1>',
  'instructions and CDATA': '<?php x\n\n<![CDATA[ x\n\n<!DOCTYPE html',
  definitions:
    '[E1]: http://evil.example\n[E2]:\n  <http://evil.example> "t"\n\n[^1]: note\n\n[E3] see [E1][E2] [E1](http://evil.example) ![E4]',
  images:
    '![alt](https://evil.example/p.png "t") ![](http://evil.example/x.png) ![x][E1] ![[n](u)](https://evil.example/i)',
  'links nobody may follow':
    '[x](javascript:alert(1)) [y](file:///etc/passwd) [z](data:text/html,x) <javascript:alert(1)>',
  'code that hides HTML from a naive reader': '[a](x`y) <img src=x> ` b `\n`` ` <b> ``\n\\`<b>`\n` open\n<i>` x',
  'a table that splits code': '| a | b |\n|---|---|\n| `x | <b> ` | y |\n# heading in a table',
  'dashes and rules': '---\n***\n_ _ _\n- - -\na\n***\n* * *\n-',
  'lists of every kind':
    '1. a\n2) b\n   * c\n      + d\n\n          # e\n- \n\n  para\n> q\n> > r\n>>>>>> s\n1234567890. x',
  'indented code': 'text\n\n    # code\n\t<b>\n\n\ttab',
  entities: '&copy; &lt;b&gt; &#35; x\n\n&#35; y &nosuch; &#x3c;script&#x3e; &#10;# z',
  'trailing backslashes': 'a\\\n# b\\\n\n## c\\',
  'bare carriage returns and odd line ends': 'a\r# b\r\n## c\u2028# d\u0085# e\u000c# f',
  'addresses that run into HTML and code':
    'http://x.y</b> http://x.y`<b>` HTTPS://x.y\\<i> www.x.y<b> www.x.y`<b>` ftp://x.y<b> a@b.co<b>',
  'delimiter rows': 'a | b\n--|--\nx | y\n\nc\n:--\n\nd\n-|-',
  'a line with nothing but a sign': '>\n#\n=\n+\n|\n```\n',
};

describe('the user’s own Markdown in a packet', () => {
  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`cannot change the structure of the document with ${what}`, () => {
      expect(readStructure(exportHostile(text))).toEqual(SOUND);
    });
  }

  it('cannot change the structure whatever is typed', () => {
    const piece = fc.constantFrom(
      ...'# |## |> |- |* |1. |```|~~~|`|``|\n|\n\n|    |\t|<!--|<b>|</b>|<script>|<|>|[|]|(|)|![|](|[E1]: u|[E1]|http://x.y|<http://x.y>|\\|&lt;|&#35;|---|===|*|**|_|~~|a|b c|: |:|{|}|!|é|"|\''.split(
        '|',
      ),
      '|',
      '|---|',
      '| a |',
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (body, title) => {
        const markdown = exportHostile(body, title.replaceAll('\n', ' ').trim() || 'Title');
        expect(readStructure(markdown)).toEqual(SOUND);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('keeps lists, quotes, tables, emphasis, code and links', () => {
    const body =
      '- one\n  - two **bold**\n\n> said\n\n| a | b |\n|---|:-:|\n| 1 | `x` |\n\n```sql\nselect 1;\n```\n\nsee `a < b` and [note](https://example.com/n_1)';
    const { markdown } = exportPacket(source({ entries: [entry({ body })] }));
    expect(markdown).toContain(
      '* one\n  * two **bold**\n\n> said\n\n| a | b |\n| --- | :-: |\n| 1 | \\`x\\` |\n\n```sql\nselect 1;\n```\n\nsee `a < b` and [note](https://example.com/n_1)\n',
    );
  });

  it('shows plain fields exactly as typed', () => {
    const title = '1. **C++** #3 `x` [E1]: a|b <b> &copy; _y_ snake_case ~~z~~ https://a.example/x www.b.example \\';
    const nodes = parseMarkdown(exportPacket(source({ entries: [entry({ title })] })).markdown);
    const cells = nodes.filter((node) => node.type === 'tableCell').map(readText);
    expect(cells).toContain(title);
    expect(nodes.filter((node) => node.type === 'paragraph').map(readText)).toContainEqual(
      expect.stringContaining(`[E1] ${title}`),
    );
  });
});

/** The headings, and what has no business in a packet. */
function readStructure(markdown: string) {
  const nodes = parseMarkdown(markdown);
  return { headings: listHeadings(nodes), foreign: listForeign(nodes), badUrls: listBadUrls(nodes) };
}

function listForeign(nodes: readonly Node[]): string[] {
  return nodes.map((node) => node.type).filter((type) => NEVER.has(type));
}

function listBadUrls(nodes: readonly Node[]): string[] {
  return nodes
    .filter((node) => node.type === 'link' && !/^(?:https?:\/\/|mailto:)/i.test(node.url!))
    .map((node) => node.url!);
}
