/** The controls of a page, but for pasted JSON, which is too long for an address. */
const controls = () => [
  ...document.querySelectorAll('[name]:is(input, select, textarea):not([name="json"])'),
];

/** What a control says, as text; empty where that is what it says anyway. */
function said(control) {
  if (control.type === 'checkbox') return control.checked ? 'on' : '';
  const standard = control.selectedOptions ? (control.options[0]?.value ?? '') : control.defaultValue;
  return control.value === standard ? '' : control.value;
}

/** Writes what the controls say into the page's address, for a link to it. */
export function keepInAddress() {
  const turned = controls().map((control) => [control.name, said(control)]);
  const state = new URLSearchParams(turned.filter(([, value]) => value !== ''));
  history.replaceState(null, '', `#${state}`);
}

/** Turns a control to a value, text that `keepInAddress` wrote. */
export function turnTo(name, value) {
  const control = controls().find((one) => one.name === name);
  if (!control) return;
  if (control.type === 'checkbox') control.checked = value === 'on';
  else control.value = value;
}

/** What the address that the page was opened by says of each control. */
export function fromAddress() {
  return new Map(new URLSearchParams(location.hash.slice(1)));
}
