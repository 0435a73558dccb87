/**
 * Makes the map of moods a way to move its two sliders: by pointing, by dragging, and by the arrows when it has the focus (Home puts the point back in
 * the middle). The sliders stay the inputs: what happens here is told to them as if they had been moved.
 */
function moodPad(pad: HTMLElement, valence: HTMLInputElement, energy: HTMLInputElement): void {
  const svg = pad.querySelector('svg');
  const point = pad.querySelector('.mood-point');
  if (svg === null || point === null) return;
  pad.tabIndex = 0;
  pad.setAttribute('role', 'group');
  pad.setAttribute('aria-label', pad.dataset['label'] ?? '');
  const view = svg.viewBox.baseVal;
  const half = Number(pad.dataset['half']);

  const draw = (): void => {
    point.setAttribute('cx', String(view.width / 2 + (valence.valueAsNumber * half) / 10));
    point.setAttribute('cy', String(view.height / 2 - (energy.valueAsNumber * half) / 10));
  };
  const put = (one: number, other: number, done: boolean): void => {
    valence.value = String(one);
    energy.value = String(other);
    for (const slider of [valence, energy]) slider.dispatchEvent(new Event('input', { bubbles: true }));
    if (done) energy.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const pointAt = ({ clientX, clientY }: PointerEvent, done: boolean): void => {
    const box = svg.getBoundingClientRect();
    const scale = (half * box.width) / view.width / 10;
    const tenths = (away: number): number => Math.max(-10, Math.min(10, Math.round(away / scale)));
    put(tenths(clientX - box.left - box.width / 2), tenths(box.top + box.height / 2 - clientY), done);
  };

  valence.addEventListener('input', draw);
  energy.addEventListener('input', draw);
  pad.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pad.setPointerCapture(event.pointerId);
    pointAt(event, false);
  });
  pad.addEventListener('pointermove', (event) => {
    if (pad.hasPointerCapture(event.pointerId)) pointAt(event, false);
  });
  pad.addEventListener('pointerup', (event) => {
    if (pad.hasPointerCapture(event.pointerId)) pointAt(event, true);
  });
  pad.addEventListener('keydown', (event) => {
    const move = moves.get(event.key);
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [x, y] = move;
    if (event.key === 'Home') put(0, 0, true);
    else put(valence.valueAsNumber + x, energy.valueAsNumber + y, true);
  });
}

const moves = new Map<string, readonly [number, number]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, 1]],
  ['ArrowDown', [0, -1]],
  ['Home', [0, 0]],
]);

function start(): void {
  const pad = document.getElementById('mood-pad');
  const [valence, energy] = [document.getElementById('valence'), document.getElementById('energy')];
  if (pad !== null && valence instanceof HTMLInputElement && energy instanceof HTMLInputElement)
    moodPad(pad, valence, energy);
}

start();
document.addEventListener('swapped', start);
