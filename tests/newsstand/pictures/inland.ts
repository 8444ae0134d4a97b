// Pictures from inland: a glacier lake, a river, a village, a canteen, a night train, a moth, a bell.

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

export function canteen(): string {
  const defs =
    gradient('table', [
      [0, '#d7b58a'],
      [1, '#b98f61'],
    ]) + glow('light', '#fff6df', 0.7);
  const random = chance(33);
  let setting = '';
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column < 7; column += 1) {
      const x = 130 + column * 226 + (row % 2) * 30;
      const y = 130 + row * 248;
      const food = random();
      const tray =
        ['#c9563f', '#3f7f8c', '#e2b344', '#6a8f5a'][(row * 3 + column) % 4] ?? '#c9563f';
      setting += rect(
        x - 92,
        y - 76,
        184,
        152,
        '#0000',
        `rx="14" style="fill:#00000030" transform="translate(6 10)"`,
      );
      setting += rect(x - 92, y - 76, 184, 152, tray, 'rx="14"');
      setting += circle(x - 18, y + 4, 58, '#f7f4ec') + circle(x - 18, y + 4, 42, '#ebe6da');
      if (food > 0.3) {
        setting += path(
          `M${x - 48} ${y + 2}q30-36 62 0q-6 34-32 34t-30-34z`,
          food > 0.66 ? '#e6bf6a' : '#c88d45',
        );
        setting +=
          circle(x - 4, y + 16, 10, '#7da453') +
          circle(x + 4, y + 4, 8, '#8fb862') +
          circle(x - 8, y - 12, 8, '#d97b3f');
      }
      setting +=
        circle(x + 64, y - 36, 22, '#f7f4ec') +
        circle(x + 64, y - 36, 16, food > 0.5 ? '#f3ead2' : '#dfeaf0');
      setting += line(`M${x + 52} ${y + 2}V${y + 58}M${x + 70} ${y + 2}V${y + 58}`, '#d9dde0', 6);
    }
  }
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#table)'),
    line('M0 250H1600M0 500H1600M0 750H1600', '#9c7548', 3, 'opacity=".6"'),
    `<g transform="rotate(-3 800 500) scale(1.04) translate(-30 -20)">${setting}</g>`,
    circle(420, 260, 700, 'url(#light)', 'opacity=".35"'),
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

export function moth(): string {
  const defs =
    gradient('cloth', [
      [0, '#f2efe6'],
      [1, '#d8d3c4'],
    ]) +
    gradient('wing', [
      [0, '#6f7077'],
      [0.5, '#a5a1a2'],
      [1, '#c98d92'],
    ]) +
    gradient('hind', [
      [0, '#d9a0a2'],
      [1, '#b8686f'],
    ]) +
    glow('light', '#fffdf4', 1);
  const random = chance(61);
  let weave = '';
  for (let index = 0; index < 90; index += 1) {
    weave += line(`M0 ${index * 11.3}H1600`, '#b8b19f', 0.7, 'opacity=".35"');
    weave += line(`M${index * 18} 0V1000`, '#b8b19f', 0.7, 'opacity=".25"');
  }
  let scales = '';
  for (let index = 0; index < 150; index += 1) {
    const t = random();
    const x = 60 + t * 430;
    const y = -190 + random() * 210 + t * 20;
    scales += circle(
      x,
      y,
      1.4 + random() * 3,
      random() > 0.5 ? '#4f5058' : '#e6dcd8',
      'opacity=".5"',
    );
  }
  const half = `${path('M20 10C160 20 330 70 400 190C420 260 300 320 190 270C110 230 50 140 14 60z', 'url(#hind)')}${line('M120 110C200 150 300 190 350 220', '#8d464e', 7, 'opacity=".6"')}${path('M14-40C120-190 330-290 560-280C590-240 560-150 500-60C400 20 200 60 20 36z', 'url(#wing)')}${scales}${line('M180-150C200-90 190-30 160 30', '#3f4046', 7, 'opacity=".7"')}${line('M370-240C390-150 370-60 320 14', '#3f4046', 8, 'opacity=".7"')}${circle(276, -110, 26, 'none', 'stroke="#3f4046" stroke-width="6" opacity=".8"')}${circle(276, -110, 10, '#e9d9d3')}${line('M20-30C170-130 330-210 540-262', '#54555c', 5, 'opacity=".6"')}`;
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#cloth)'),
    weave,
    path('M0 240C400 200 700 320 1600 180V230C800 360 400 250 0 300z', '#c8c1b0', 'opacity=".45"'),
    path('M0 800C500 860 900 720 1600 840V880C900 770 500 900 0 850z', '#c8c1b0', 'opacity=".45"'),
    circle(520, 260, 620, 'url(#light)', 'opacity=".7"'),
    `<g transform="translate(816 536)" opacity=".22"><g>${path('M14-40C120-190 330-290 560-280C590-240 400 250 190 270C60 180-60 180-190 270C-400 250-590-240-560-280C-330-290-120-190-14-40z', '#3a3428')}</g></g>`,
    `<g transform="translate(800 510)">${half}<g transform="scale(-1 1)">${half}</g>${path('M0-92C34-92 36-20 26 60C20 130 10 190 0 214C-10 190-20 130-26 60C-36-20-34-92 0-92z', '#77706e')}${path('M-30-70q30-44 60 0q4 40-30 52q-34-12-30-52z', '#5b5657')}${line('M-10-96C-40-160-90-200-150-214M10-96C40-160 90-200 150-214', '#54504f', 6)}${line('M-18 70H18M-20 100H20M-17 130H17M-12 160H12', '#534d4c', 4, 'opacity=".6"')}</g>`,
  ]);
}

export function bell(): string {
  const defs =
    gradient('wall', [
      [0, '#3b2f2a'],
      [1, '#1c1614'],
    ]) +
    gradient(
      'bronze',
      [
        [0, '#4a2f17'],
        [0.25, '#b8813f'],
        [0.42, '#f3d08a'],
        [0.6, '#9a6429'],
        [1, '#3b230f'],
      ],
      true,
    ) +
    glow('light', '#ffcf8a', 0.8);
  let bricks = '';
  for (let row = 0; row < 20; row += 1) {
    for (let column = 0; column < 13; column += 1) {
      bricks += rect(
        column * 130 - (row % 2) * 65,
        row * 50,
        126,
        46,
        '#5a4438',
        'opacity=".28" rx="3"',
      );
    }
  }
  let tools = '';
  for (let index = 0; index < 9; index += 1) {
    const x = 1180 + index * 42;
    tools +=
      line(`M${x} 300V${430 + (index % 3) * 26}`, '#9a8f84', 7) +
      rect(x - 8, 260, 16, 60, '#6d4527', 'rx="7"');
  }
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#wall)'),
    bricks,
    rect(80, 120, 250, 380, '#ffdf9f', 'opacity=".85"'),
    line('M205 120V500M80 310H330', '#2a201c', 12),
    circle(200, 300, 760, 'url(#light)', 'opacity=".55"'),
    rect(1150, 270, 400, 14, '#2c201a'),
    tools,
    rect(0, 60, WIDTH, 56, '#241a15'),
    line('M690 110V200M910 110V200', '#8b8078', 12),
    rect(650, 190, 300, 40, '#2e2119', 'rx="8"'),
    path(
      'M800 220C880 220 930 262 946 380C960 520 1000 660 1090 770C1100 800 1090 820 1060 826C900 850 700 850 540 826C510 820 500 800 510 770C600 660 640 520 654 380C670 262 720 220 800 220z',
      'url(#bronze)',
    ),
    line(
      'M660 400C750 416 850 416 940 400M654 440C750 458 850 458 946 440M590 690C720 716 880 716 1010 690M560 730C720 760 880 760 1040 730',
      '#3b230f',
      5,
      'opacity=".6"',
    ),
    path(
      'M516 782C700 826 900 826 1084 782C1100 806 1090 822 1060 826C900 850 700 850 540 826C510 822 500 806 516 782z',
      '#2b1a0c',
      'opacity=".45"',
    ),
    circle(800, 862, 40, '#5b3a1b'),
    rect(0, 930, WIDTH, 80, '#15100e'),
  ]);
}
