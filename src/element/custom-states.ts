/** Sets or clears a state that `:state()` selects; does nothing in browsers of before 2024, which have none. */
export function setState({ states }: ElementInternals, name: string, isOn: boolean): void {
  try {
    if (isOn) states.add(name);
    else states.delete(name);
  } catch {
    // No custom states, or an old form that wants other names.
  }
}
