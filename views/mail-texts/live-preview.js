/** Shows a mail while it is being typed: after a pause the form sends itself to the frame, as its buttons do. */

const PAUSE_MS = 400;

let button = /** @type {HTMLButtonElement} */ (document.querySelector('button[formtarget]'));
const form = /** @type {HTMLFormElement} */ (button.form);
let pause = 0;
let frames = 0;

form.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => form.requestSubmit(button), PAUSE_MS);
});

form.addEventListener('submit', (event) => {
  clearTimeout(pause);
  const pressed = /** @type {HTMLButtonElement} */ (event.submitter);
  if (!pressed.hasAttribute('formtarget')) return;
  button = pressed;
  button.formTarget = openFrame();
});

/**
 * Opens a frame that takes over when the mail is in it, and tells its name. The same frame again would add a step to
 * the history of the browser each time, so that going back would undo one key after the other.
 */
function openFrame() {
  const last = /** @type {HTMLIFrameElement} */ ([...document.querySelectorAll('iframe')].at(-1));
  const frame = /** @type {HTMLIFrameElement} */ (last.cloneNode());
  frame.removeAttribute('src');
  frame.name = `preview-${(frames += 1)}`;
  frame.hidden = true;
  last.after(frame);
  frame.addEventListener('load', () => {
    while (frame.previousElementSibling?.matches('iframe')) frame.previousElementSibling.remove();
    frame.hidden = false;
  });
  return frame.name;
}
