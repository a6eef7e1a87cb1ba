/** How far a long step is. */
export interface Progress {
  /** What is being done, as a headline: `Reading pages`. */
  readonly step: string;
  readonly done: number;
  /** How many there are in all; absent where that is not known. */
  readonly total?: number;
  /** Whether files are written meanwhile. */
  readonly isWriting?: boolean;
}

/** Hears of progress, often: hundreds of times a second. */
export type OnProgress = (progress: Progress) => void;
