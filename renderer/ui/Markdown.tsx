import { Fragment, memo, type MouseEvent, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { parseBlocks, type Block } from './markdown-blocks.ts';
import { parseInline, type Inline } from './markdown-inline.ts';
import styles from './Markdown.module.css';
import { ScrollBox } from './ScrollBox.tsx';

interface MarkdownProps {
  text: string;
  /** The level that the text's own first level becomes on this page. */
  headingLevel?: number;
  onLink: (url: string) => void;
}

/** Markdown as a page of React elements: no HTML passes through, so none can run. */
export const Markdown = memo(function Markdown({ text, headingLevel = 1, onLink }: MarkdownProps) {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    onLink(link.href);
  };
  return (
    // The links are real links: this only decides who opens them.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={classes(styles.markdown, headingLevel > 2 && styles.small)} onClick={onClick}>
      {parseBlocks(text).map((block, index) => (
        <BlockView key={index} block={block} headingLevel={headingLevel} />
      ))}
    </div>
  );
});

function BlockView({ block, headingLevel }: { block: Block; headingLevel: number }): ReactNode {
  switch (block.type) {
    case 'heading': {
      const Heading = `h${Math.min(6, block.level + headingLevel - 1)}` as 'h1';
      return (
        <Heading className={styles[`h${block.level}`]}>
          <Line text={block.text} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Line text={block.text} />
        </p>
      );
    case 'code':
      return (
        <ScrollBox as="pre" label="Code" className={styles.code}>
          <code>{block.text}</code>
        </ScrollBox>
      );
    case 'rule':
      return <hr className={styles.rule} />;
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <Blocks blocks={block.blocks} headingLevel={headingLevel} />
        </blockquote>
      );
    case 'list':
      return <ListView list={block} headingLevel={headingLevel} />;
    case 'table':
      return <TableView table={block} />;
  }
}

function Blocks({ blocks, headingLevel }: { blocks: Block[]; headingLevel: number }) {
  return blocks.map((block, index) => <BlockView key={index} block={block} headingLevel={headingLevel} />);
}

function ListView({ list, headingLevel }: { list: Extract<Block, { type: 'list' }>; headingLevel: number }) {
  const items = list.items.map((blocks, index) => (
    <li key={index}>
      {blocks.length === 1 && blocks[0]?.type === 'paragraph' ? (
        <Line text={blocks[0].text} />
      ) : (
        <Blocks blocks={blocks} headingLevel={headingLevel} />
      )}
    </li>
  ));
  return list.isOrdered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

/** Cells of at most this many characters, such as figures with their unit, are not broken. */
const BRIEF = 14;

function TableView({ table }: { table: Extract<Block, { type: 'table' }> }) {
  return (
    <ScrollBox label="Table" className={styles.tableFrame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.head.map((cell, index) => (
              <th key={index} scope="col">
                <Line text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} className={cell.length <= BRIEF ? styles.brief : undefined}>
                  <Line text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Line({ text }: { text: string }) {
  return <Pieces pieces={parseInline(text)} />;
}

function Pieces({ pieces }: { pieces: Inline[] }) {
  return pieces.map((piece, index) => <Fragment key={index}>{pieceToNode(piece)}</Fragment>);
}

function pieceToNode(piece: Inline): ReactNode {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <Pieces pieces={piece.inside} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Pieces pieces={piece.inside} />
        </em>
      );
    case 'link':
      return (
        <a href={piece.url} target="_blank" rel="noreferrer">
          <Pieces pieces={piece.inside} />
        </a>
      );
  }
}
