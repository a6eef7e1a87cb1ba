/** Documents that are read or weighed in a step. */
export const DOCUMENTS = 4;

/** Numbers that are looked up or written in a step. */
export const NUMBERS = 2048;
