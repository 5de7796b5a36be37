import { EditorSelection, type StateCommand } from '@codemirror/state';
import type { KeyBinding } from '@codemirror/view';

/** Keys that write Markdown around what is selected. They go no further: elsewhere they may mean something else. */
export const markdownMarks: readonly KeyBinding[] = [
  { key: 'Mod-b', run: wrapIn('**'), stopPropagation: true, preventDefault: true },
  { key: 'Mod-i', run: wrapIn('*'), stopPropagation: true, preventDefault: true },
  { key: 'Mod-k', run: makeLink, stopPropagation: true, preventDefault: true },
];

/** Puts the mark on both sides of every selection, or takes it away where it stands. */
function wrapIn(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    const { length } = mark;
    const change = state.changeByRange(({ from, to }) => {
      const isMarked =
        state.sliceDoc(from - length, from) === mark &&
        state.sliceDoc(to, to + length) === mark &&
        state.sliceDoc(from - length - 1, from - length) !== mark[0];
      if (isMarked) {
        return {
          changes: [
            { from: from - length, to: from },
            { from: to, to: to + length },
          ],
          range: EditorSelection.range(from - length, to - length),
        };
      }
      return {
        changes: [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
        range: EditorSelection.range(from + length, to + length),
      };
    });
    dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
    return true;
  };
}

/** `[selected]()` with the caret where the address goes, or `[]()` with it where the words go. */
function makeLink({ state, dispatch }: Parameters<StateCommand>[0]): boolean {
  const change = state.changeByRange(({ from, to, empty }) => ({
    changes: [
      { from, insert: '[' },
      { from: to, insert: ']()' },
    ],
    range: EditorSelection.cursor(empty ? from + 1 : to + 3),
  }));
  dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
  return true;
}
