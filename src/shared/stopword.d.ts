declare module 'stopword' {
  export const pol: readonly string[];
}
