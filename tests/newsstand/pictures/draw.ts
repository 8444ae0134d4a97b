// Drawing helpers for the newsstand's pictures: seeded chance, ridges, water, and the frame.

export const WIDTH = 1600;
export const HEIGHT = 1000;

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A vertical gradient; stops are `[offset, colour]`. */
export function gradient(id: string, stops: [number, string][], horizontal = false): string {
  const direction = horizontal ? 'x1="0" y1="0" x2="1" y2="0"' : 'x1="0" y1="0" x2="0" y2="1"';
  const inner = stops.map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`);
  return `<linearGradient id="${id}" ${direction}>${inner.join('')}</linearGradient>`;
}

/** A round glow that fades to nothing. */
export function glow(id: string, colour: string, strength = 1): string {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
}

export function rect(x: number, y: number, w: number, h: number, fill: string, extra = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}" ${extra}/>`;
}

export function circle(x: number, y: number, r: number, fill: string, extra = ''): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${extra}/>`;
}

export function path(d: string, fill: string, extra = ''): string {
  return `<path d="${d}" fill="${fill}" ${extra}/>`;
}

export function line(d: string, stroke: string, width: number, extra = ''): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
}

/** Midpoint displacement: the skyline of hills from left to right, as points. */
export function ridgePoints(
  seed: number,
  base: number,
  height: number,
  roughness = 0.55,
  detail = 7,
): [number, number][] {
  const random = chance(seed);
  let heights = [random(), random()];
  let scale = 1;
  for (let level = 0; level < detail; level += 1) {
    const next: number[] = [];
    heights.forEach((value, index) => {
      next.push(value);
      const right = heights[index + 1];
      if (right !== undefined) next.push((value + right) / 2 + (random() - 0.5) * scale);
    });
    heights = next;
    scale *= roughness;
  }
  const step = (WIDTH + 80) / (heights.length - 1);
  return heights.map((value, index) => [round(index * step - 40), round(base - value * height)]);
}

/** Hills filled down to the frame's foot. */
export function ridge(
  seed: number,
  base: number,
  height: number,
  fill: string,
  roughness = 0.55,
  extra = '',
): string {
  const points = ridgePoints(seed, base, height, roughness).map(([x, y]) => `${x} ${y}`);
  return path(`M-40 ${HEIGHT + 40}L${points.join('L')}L${WIDTH + 40} ${HEIGHT + 40}Z`, fill, extra);
}

/** Short level strokes that thicken towards the viewer: light on water. */
export function ripples(
  seed: number,
  top: number,
  bottom: number,
  count: number,
  colour: string,
  centre = WIDTH / 2,
  spread = WIDTH,
): string {
  const random = chance(seed);
  let out = '';
  for (let index = 0; index < count; index += 1) {
    const depth = random() ** 1.4;
    const y = top + depth * (bottom - top);
    const width = (14 + random() * 90) * (0.25 + depth);
    const x = centre + (random() - 0.5) * spread * (0.35 + depth * 0.65) - width / 2;
    out += rect(
      x,
      y,
      width,
      1.2 + depth * 5,
      colour,
      `rx="2" opacity="${round(0.15 + random() * 0.5)}"`,
    );
  }
  return out;
}

/** Stars, more of them high up. */
export function stars(seed: number, count: number, bottom: number): string {
  const random = chance(seed);
  let out = '';
  for (let index = 0; index < count; index += 1) {
    const y = random() ** 1.5 * bottom;
    out += circle(
      random() * WIDTH,
      y,
      0.6 + random() * 1.7,
      '#fff',
      `opacity="${round(0.2 + random() * 0.7)}"`,
    );
  }
  return out;
}

/** The whole picture: definitions, layers and a vignette. */
export function frame(defs: string, layers: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><defs>${defs}<radialGradient id="vignette" cx=".5" cy=".46" r=".75"><stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".34"/></radialGradient></defs>${layers.join('')}<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#vignette)"/></svg>`;
}
