// Pictures from inland: a glacier lake, a river, a village, a night train.

import {
  chance,
  circle,
  frame,
  glow,
  gradient,
  HEIGHT,
  line,
  path,
  rect,
  ridge,
  ridgePoints,
  ripples,
  stars,
  WIDTH,
} from './draw.ts';

export function glacier(): string {
  const defs =
    gradient('sky', [
      [0, '#7fa9c9'],
      [1, '#e6eef0'],
    ]) +
    gradient('lake', [
      [0, '#8fc9bd'],
      [0.5, '#3f9a93'],
      [1, '#155a5f'],
    ]) +
    gradient('ice', [
      [0, '#ffffff'],
      [1, '#a9d3e0'],
    ]) +
    gradient('rock', [
      [0, '#8b8e93'],
      [1, '#54585c'],
    ]);
  const random = chance(20);
  let floes = '';
  for (let index = 0; index < 26; index += 1) {
    const depth = random() ** 1.3;
    const x = random() * WIDTH;
    const y = 650 + depth * 270;
    const w = (16 + random() * 54) * (0.4 + depth);
    floes += path(
      `M${x} ${y}l${w * 0.3} ${-w * 0.32}l${w * 0.4} ${-w * 0.06}l${w * 0.3} ${w * 0.3}z`,
      '#f4fbfc',
    );
    floes += path(
      `M${x} ${y}h${w}l${-w * 0.2} ${w * 0.14}h${-w * 0.6}z`,
      '#7fc0c4',
      'opacity=".8"',
    );
  }
  let crevasses = '';
  for (let index = 0; index < 34; index += 1) {
    const y = 300 + index * 9.5;
    const half = 40 + index * 8.2;
    crevasses += line(
      `M${800 - half + random() * 40} ${y + random() * 8}q${half} ${14 + random() * 10} ${half * 2 - 60} ${random() * 10}`,
      '#7fb3c8',
      1.4 + random() * 2,
      `opacity="${0.25 + random() * 0.4}"`,
    );
  }
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    ridge(51, 470, 330, '#c3d1da', 0.58),
    ridge(64, 520, 300, '#9fb1bd', 0.6),
    path(
      'M650 240C700 220 880 214 950 240C990 330 1010 470 1150 640H480C570 480 610 330 650 240z',
      'url(#ice)',
    ),
    crevasses,
    path('M0 330L120 300L260 380L380 400L470 520L560 640H0z', 'url(#rock)'),
    path('M1600 270L1470 320L1380 300L1260 420L1160 500L1060 640H1600z', 'url(#rock)'),
    path(
      'M120 300L260 380L220 430L150 380zM1470 320L1380 300L1330 390L1420 400z',
      '#eef3f4',
      'opacity=".85"',
    ),
    rect(0, 636, WIDTH, 380, 'url(#lake)'),
    path('M480 640H1150L1090 700H560z', '#dff1f2', 'opacity=".55"'),
    ripples(4, 650, 960, 150, '#d4f0e8'),
    floes,
    path('M-20 1010C120 880 300 860 430 900C560 940 640 990 700 1010z', '#4b4d4c'),
    path('M-20 1010C100 900 240 880 330 930C420 970 470 990 520 1010z', '#5f605d'),
  ]);
}

export function river(): string {
  const defs =
    gradient('sky', [
      [0, '#c9a27a'],
      [0.6, '#efd3a2'],
      [1, '#fbe9c4'],
    ]) +
    gradient('water', [
      [0, '#fbe6bd'],
      [0.4, '#c9a67a'],
      [1, '#4a5a58'],
    ]) +
    glow('sun', '#fff3cf', 0.9);
  const random = chance(15);
  let trees = '';
  for (let index = 0; index < 60; index += 1) {
    const near = random();
    const x = random() < 0.5 ? random() * 560 - 40 : 1010 + random() * 620;
    const y = 560 + near ** 1.5 * 330;
    const s = 10 + near * 62;
    trees += path(
      `M${x} ${y}q${-s * 0.5} ${-s} 0 ${-s * 2.1}q${s * 0.5} ${s * 1.1} 0 ${s * 2.1}z`,
      near > 0.55 ? '#26301f' : '#4b5430',
      'opacity=".92"',
    );
  }
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    circle(900, 380, 420, 'url(#sun)'),
    circle(900, 380, 40, '#fffaf0'),
    ridge(71, 520, 190, '#c9a578', 0.48),
    ridge(72, 560, 150, '#a3865c', 0.48),
    ridge(73, 600, 90, '#76693f', 0.48),
    rect(0, 580, WIDTH, 440, '#535a34'),
    path(
      'M840 560C1000 590 1080 620 960 660C800 710 600 720 640 790C690 860 900 900 1020 1010H380C340 920 300 840 420 760C520 690 760 680 790 640C810 610 780 580 800 560z',
      'url(#water)',
    ),
    ripples(16, 660, 980, 70, '#fff2d2', 690, 300),
    path('M0 600C160 590 300 640 430 740C330 820 300 900 360 1010H0z', '#3a4527'),
    path(
      'M1600 590C1420 590 1160 640 1000 690C820 740 760 770 840 830C940 890 1040 940 1090 1010H1600z',
      '#3f4a29',
    ),
    trees,
  ]);
}

export function village(): string {
  const defs =
    gradient('sky', [
      [0, '#34486b'],
      [0.7, '#8aa0b6'],
      [1, '#dcd9d4'],
    ]) +
    gradient('snow', [
      [0, '#eef2f5'],
      [1, '#b9c7d6'],
    ]);
  const random = chance(91);
  const house = (x: number, y: number, s: number, wall: string): string =>
    `<g transform="translate(${x} ${y}) scale(${s})">${rect(-60, -70, 120, 70, wall)}${path('M-76-66L0-128L76-66L66-62L0-114L-66-62z', '#f5f8fa')}${path('M-60-70L0-116L60-70z', '#57473d')}${rect(-38, -48, 22, 24, '#ffd68a')}${rect(16, -48, 22, 24, random() > 0.4 ? '#ffd68a' : '#3c3a3c')}${rect(-8, -34, 16, 34, '#3a2f2a')}</g>`;
  let houses = '';
  const walls = ['#7b5a44', '#a18c76', '#6b4d3d', '#b7a996', '#8b6b52'];
  for (let index = 0; index < 19; index += 1) {
    const t = index / 18;
    houses += house(
      90 + ((index * 557 + Math.floor(random() * 120)) % 1440),
      690 + t * 200 + random() * 20,
      0.62 + t * 0.62,
      walls[index % walls.length] ?? '#7b5a44',
    );
  }
  const peaks = ridgePoints(27, 560, 430, 0.62)
    .map(([x, y]) => `${x} ${y}`)
    .join('L');
  let firs = '';
  for (let index = 0; index < 90; index += 1) {
    const x = random() * WIDTH;
    const y = 600 + random() * 70;
    const s = 10 + random() * 16;
    firs += path(`M${x} ${y - s * 3}l${s} ${s * 3}h${-s * 2}z`, '#2a3b45', 'opacity=".85"');
  }
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    path(`M-40 1000L${peaks}L1640 1000z`, '#d6dfe8'),
    ridge(28, 640, 210, '#8fa0b2', 0.55),
    firs,
    path('M0 660C300 620 600 690 860 660C1140 630 1380 650 1600 630V1000H0z', 'url(#snow)'),
    rect(770, 470, 66, 220, '#d9d2c5'),
    path('M762 474L803 330L844 474z', '#4b3b36'),
    path('M762 474L803 330L812 360L790 474z', '#eef3f6'),
    circle(803, 516, 17, '#f5efe0', 'stroke="#4b3b36" stroke-width="4"'),
    rect(790, 600, 26, 40, '#ffd68a'),
    houses,
    path('M0 930C400 880 900 990 1600 900V1000H0z', '#e8eef3'),
  ]);
}

export function train(): string {
  const defs =
    gradient('sky', [
      [0, '#070a1d'],
      [0.7, '#1b2748'],
      [1, '#3d4f78'],
    ]) +
    gradient('stone', [
      [0, '#4b5068'],
      [1, '#1a1d30'],
    ]) +
    glow('lamp', '#ffe4a3', 1);
  let cars = '';
  for (let car = 0; car < 5; car += 1) {
    const x = 110 + car * 292;
    cars +=
      rect(x, 448, 280, 88, '#243a6b', 'rx="10"') +
      rect(x, 448, 280, 14, '#8f9cb5', 'rx="7"') +
      rect(x, 508, 280, 6, '#d9b25b');
    for (let pane = 0; pane < 7; pane += 1) {
      const lit = (car * 7 + pane * 5) % 4 !== 0;
      cars += rect(x + 18 + pane * 36, 472, 24, 26, lit ? '#ffdc94' : '#0f1a38', 'rx="4"');
    }
    cars += circle(x + 60, 540, 13, '#0b0f1e') + circle(x + 220, 540, 13, '#0b0f1e');
  }
  let arches = '';
  for (let index = 0; index < 8; index += 1) {
    const x = -60 + index * 230;
    arches += path(
      `M${x} 590H${x + 230}V1000H${x + 196}V760a81 96 0 0 0-162 0V1000H${x}z`,
      'url(#stone)',
    );
  }
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    stars(5, 330, 700),
    path('M1290 138a54 54 0 1 0 38 92a60 60 0 0 1-38-92z', '#f2ead0'),
    ridge(81, 780, 330, '#141b35', 0.55),
    ridge(82, 860, 200, '#0e142a', 0.5),
    arches,
    rect(0, 552, WIDTH, 44, '#565b74'),
    rect(0, 552, WIDTH, 6, '#8187a0'),
    cars,
    circle(1570, 500, 170, 'url(#lamp)', 'opacity=".7"'),
    circle(110, 520, 8, '#e2513b'),
    rect(0, 930, WIDTH, 90, '#0a1022'),
    ripples(6, 940, 995, 60, '#ffdc94', 800, 1500),
  ]);
}
