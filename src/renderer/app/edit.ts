/** Is this a place where text is typed? */
export function isTextField(element: Element | null): boolean {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(element.type))
  );
}

/** Undoes or redoes typing in the field that has the focus, as its own keys do. @returns false outside text fields */
export function editField(command: 'undo' | 'redo'): boolean {
  // The editor of the browser has no other door for this than the old one.
  return isTextField(document.activeElement) && document.execCommand(command);
}
