/** A few words about what just happened, with the way back where there is one. */
export interface Notice {
  text: string;
  /** `problem` stays until it is dismissed. */
  tone?: 'quiet' | 'problem';
  action?: { verb: string; run: () => void };
}

export type Notify = (notice: Notice) => void;
