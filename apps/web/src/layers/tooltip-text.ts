/** Leaflet would take a text for HTML. */
export function tooltipText(text: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}
