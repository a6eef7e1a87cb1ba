declare module 'stopword' {
  export const ara: readonly string[];
  export const ces: readonly string[];
  export const heb: readonly string[];
  export const hun: readonly string[];
  export const kor: readonly string[];
  export const pol: readonly string[];
  export const tur: readonly string[];
  export const ukr: readonly string[];
}
