import { cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { Markdown } from '../../../renderer/ui/Markdown.tsx';

afterEach(cleanup);

function toHtml(text: string): string {
  const { container } = render(<Markdown text={text} onLink={() => {}} />);
  return container
    .firstElementChild!.innerHTML.replaceAll(/ class="[^"]*"/g, '')
    .replaceAll(/ (rel|target)="[^"]*"/g, '');
}

describe('Markdown on the page', () => {
  it.each([
    ['a heading and a paragraph', '# One\ntwo', '<h1>One</h1><p>two</p>'],
    ['emphasis and code', '**a** *b* `c`', '<p><strong>a</strong> <em>b</em> <code>c</code></p>'],
    ['underscores in a word as they are', 'snake_case_name', '<p>snake_case_name</p>'],
    ['escapes', String.raw`\*not\* 1\. \[x\]`, '<p>*not* 1. [x]</p>'],
    ['a list in a list', '- a\n  - b\n- c', '<ul><li><p>a</p><ul><li>b</li></ul></li><li>c</li></ul>'],
    ['a numbered list from its number', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['a fence without reading it', '```js\n**a** <b>\n```', '<pre><code>**a** &lt;b&gt;</code></pre>'],
    ['an unclosed fence to the end', '```\na', '<pre><code>a</code></pre>'],
    ['a quote', '> a\n> b', '<blockquote><p>a\nb</p></blockquote>'],
    ['a rule', 'a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
    [
      'an address in brackets and a bare one',
      '<https://a.example/x> https://b.example.',
      '<p><a href="https://a.example/x">https://a.example/x</a> <a href="https://b.example">https://b.example</a>.</p>',
    ],
    ['entities', '&lt;b&gt; &amp; &#42;', '<p>&lt;b&gt; &amp; *</p>'],
    ['HTML as text', '<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['a script address as text', '[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
  ])('sets %s', (_name, text, html) => {
    expect(toHtml(text)).toBe(html);
  });

  it('sets a table, with a pipe inside a cell', () => {
    const html = toHtml('| a | b |\n| --- | --- |\n| 1 \\| 2 | 3 |');
    expect(html).toContain('<th scope="col">a</th><th scope="col">b</th>');
    expect(html).toContain('<td>1 | 2</td><td>3</td>');
  });

  it('hands a link to whoever opens links', async () => {
    const opened: string[] = [];
    const { getByRole } = render(<Markdown text="[a](https://a.example/x)" onLink={(url) => opened.push(url)} />);
    await userEvent.click(getByRole('link'));
    expect(opened).toEqual(['https://a.example/x']);
  });

  it('reads hostile text in a moment', () => {
    const started = performance.now();
    for (const text of [
      '*'.repeat(5_000),
      '['.repeat(5_000),
      '> '.repeat(2_000),
      '`'.repeat(5_001),
      '- '.repeat(500),
      '_a'.repeat(4_000),
    ]) {
      toHtml(text);
    }
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
