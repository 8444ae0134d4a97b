// Pictures by the sea: a ferry, a dredger, pickets on a quay, runners on a headland, a lighthouse at night.

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
  ripples,
  stars,
  WIDTH,
} from './draw.ts';

function gulls(seed: number, count: number, colour: string): string {
  const random = chance(seed);
  let out = '';
  for (let index = 0; index < count; index += 1) {
    const x = 200 + random() * 1200;
    const y = 120 + random() * 260;
    const w = 10 + random() * 16;
    out += line(
      `M${x - w} ${y - w * 0.3}q${w * 0.5} ${-w * 0.35} ${w} ${w * 0.35}q${w * 0.5} ${-w * 0.7} ${w} ${-w * 0.35}`,
      colour,
      2.4,
    );
  }
  return out;
}

export function ferry(): string {
  const defs =
    gradient('sky', [
      [0, '#6d8fa6'],
      [0.45, '#b9c6c4'],
      [0.8, '#f0d9bd'],
      [1, '#f4c99d'],
    ]) +
    gradient('sea', [
      [0, '#c9b9a1'],
      [0.25, '#7f9aa0'],
      [1, '#22414f'],
    ]) +
    gradient('hull', [
      [0, '#f7f5ee'],
      [1, '#c8cfce'],
    ]) +
    glow('sun', '#fff3d6', 0.95);
  let windows = '';
  for (let index = 0; index < 17; index += 1)
    windows += rect(556 + index * 29, 528, 17, 17, '#34525f', 'rx="3"');
  for (let index = 0; index < 9; index += 1)
    windows += rect(640 + index * 32, 474, 18, 18, '#34525f', 'rx="3"');
  const boat =
    rect(600, 456, 340, 52, '#f1efe6', 'rx="8"') +
    rect(530, 506, 550, 56, '#fbf9f1', 'rx="6"') +
    rect(690, 412, 150, 48, '#e9e7dd', 'rx="8"') +
    path('M700 420h130l8 22H694z', '#2b4450') +
    path('M866 380h62l8 78h-78z', '#b8452f') +
    rect(864, 396, 67, 12, '#f4efe2') +
    line('M745 412V330M745 350h44', '#44565d', 4) +
    path('M440 560H1150l-46 92c-8 14-20 20-36 20H540c-22 0-40-10-52-28z', 'url(#hull)') +
    path('M474 622h655l-25 30c-8 14-20 20-36 20H540c-22 0-40-10-52-28z', '#27506a') +
    windows +
    line('M470 552H1130', '#5b6c72', 3, 'stroke-dasharray="2 15"') +
    line('M462 538H1136', '#7b898d', 2);
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    circle(1240, 520, 420, 'url(#sun)'),
    circle(1240, 520, 46, '#fff7e4'),
    ridge(11, 640, 130, '#9aa9ab', 0.5, 'opacity=".7"'),
    ridge(23, 650, 70, '#7d9095', 0.5, 'opacity=".8"'),
    rect(0, 616, WIDTH, 400, 'url(#sea)'),
    ripples(5, 626, 980, 190, '#ffe9c9', 1240, 520),
    ripples(6, 640, 990, 150, '#dfe9e8'),
    boat,
    path(
      'M440 668c80-14 160 8 240-2s170 14 250 2 160 10 240-4l60 22c-260 26-560 28-850 6z',
      '#eef3f1',
      'opacity=".75"',
    ),
    ripples(8, 690, 800, 60, '#1c3644', 800, 700),
    gulls(3, 7, '#f7f7f2'),
  ]);
}

function crane(x: number, scale: number): string {
  return `<g transform="translate(${x} 620) scale(${scale})">${line('M0 0L30-250L60 0M8-80H54M16-160H46', '#1d1a2c', 9)}${line('M-150-262H260', '#1d1a2c', 12)}${line('M30-250V-340L-140-262M30-340L250-262', '#1d1a2c', 5)}${rect(20, -268, 46, 34, '#1d1a2c')}${line('M-120-260V-150', '#1d1a2c', 3)}${rect(-142, -150, 46, 26, '#1d1a2c')}</g>`;
}

export function dredger(): string {
  const defs =
    gradient('sky', [
      [0, '#2b2f4c'],
      [0.5, '#8d5a6b'],
      [0.8, '#e58e63'],
      [1, '#f6c27d'],
    ]) +
    gradient('sea', [
      [0, '#d98a63'],
      [0.3, '#6e4a5c'],
      [1, '#191c30'],
    ]) +
    glow('sun', '#ffd99a', 0.9);
  const ship =
    path('M420 650H1140l-30 66c-6 12-14 18-28 18H500c-20 0-34-8-44-24z', '#15131f') +
    rect(880, 540, 190, 112, '#1d1a29') +
    rect(905, 490, 120, 56, '#242032') +
    rect(914, 504, 100, 20, '#f8cf86') +
    rect(898, 566, 150, 12, '#f2b86c', 'opacity=".8"') +
    line('M520 650L640 350L760 650', '#15131f', 12) +
    line('M640 352L360 690', '#15131f', 8) +
    line('M640 352L1000 492', '#15131f', 3) +
    path('M330 680l60 0 18 60-96 0z', '#15131f') +
    line('M460 640H860', '#2d2839', 14);
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    circle(620, 600, 460, 'url(#sun)'),
    circle(620, 596, 62, '#ffe9bd'),
    ridge(31, 650, 90, '#5c3f52', 0.5),
    crane(1230, 1),
    crane(1420, 0.86),
    crane(120, 0.7),
    rect(1120, 600, 480, 60, '#211c2d'),
    rect(0, 612, 240, 40, '#2a2335'),
    rect(0, 640, WIDTH, 380, 'url(#sea)'),
    ripples(12, 650, 980, 220, '#ffcf8e', 620, 620),
    ripples(13, 650, 990, 110, '#b9788a'),
    ship,
    ripples(14, 720, 860, 70, '#120f1b', 780, 760),
  ]);
}

function figure(x: number, y: number, size: number, colour: string, arm: boolean): string {
  return `<g transform="translate(${x} ${y}) scale(${size})">${circle(0, -92, 13, colour)}${path('M-20-74q20-10 40 0l6 58-10 4-4 74h-12l-2-64-4 64h-12l-2-74-8-4z', colour)}${arm ? line('M14-66L34-120', colour, 9) : ''}</g>`;
}

function banner(x: number, y: number, w: number, colour: string): string {
  const light = colour === '#e9e2cf';
  return `${line(`M${x} ${y}V${y + 190}M${x + w} ${y}V${y + 190}`, '#4a4138', 7)}${path(`M${x} ${y}q${w / 2} 18 ${w} 0v88q${-w / 2} 20 ${-w} 0z`, colour)}${rect(x + 34, y + 34, w - 68, 12, light ? '#8c2f22' : '#f3e9d6', 'opacity=".85"')}${rect(x + 64, y + 60, w - 150, 10, light ? '#8c2f22' : '#f3e9d6', 'opacity=".6"')}`;
}

export function picket(): string {
  const defs =
    gradient('sky', [
      [0, '#a9b4b7'],
      [1, '#dcdcd2'],
    ]) +
    gradient('ground', [
      [0, '#7c7d7a'],
      [1, '#3d4144'],
    ]) +
    gradient('hull', [
      [0, '#3a5a63'],
      [1, '#203840'],
    ]);
  const random = chance(77);
  let crowd = '';
  const colours = ['#23282c', '#343a3f', '#5b2f28', '#274a5a', '#6a5a3a', '#2d3b32', '#43434b'];
  for (let row = 0; row < 3; row += 1) {
    for (let index = 0; index < 15; index += 1) {
      const x = 60 + index * 106 + random() * 60 - 30;
      const colour = colours[Math.floor(random() * colours.length)] ?? '#23282c';
      crowd += figure(
        x,
        742 + row * 78 + random() * 16,
        1.05 + row * 0.28,
        colour,
        random() > 0.72,
      );
    }
    if (row === 0) {
      crowd += banner(300, 560, 330, '#b33a2b') + banner(930, 540, 400, '#e9e2cf');
    }
  }
  let portholes = '';
  for (let index = 0; index < 18; index += 1)
    portholes += circle(150 + index * 82, 500, 11, '#14262c');
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    rect(980, 190, 360, 160, '#e7e6dd'),
    rect(1040, 110, 220, 90, '#f1f0e8'),
    rect(1056, 136, 190, 24, '#40525a'),
    path('M1290 60h74v132h-74z', '#c9a13c'),
    line('M330 340V90M330 120L560 330M330 120L150 330', '#4f5a5d', 6),
    path('M0 340H1600V700H60C30 620 10 480 0 340z', 'url(#hull)'),
    rect(0, 344, WIDTH, 16, '#e8e4d6'),
    portholes,
    rect(0, 640, WIDTH, 380, 'url(#ground)'),
    rect(0, 640, WIDTH, 12, '#2c2f31'),
    crowd,
  ]);
}

export function runners(): string {
  const defs =
    gradient('sky', [
      [0, '#9fc0cc'],
      [0.6, '#e3e6df'],
      [1, '#f3efe4'],
    ]) +
    gradient('sea', [
      [0, '#a9c3c8'],
      [1, '#4d8190'],
    ]) +
    gradient('grass', [
      [0, '#7f9a5c'],
      [1, '#3f5c36'],
    ]) +
    gradient('fog', [
      [0, '#f3f1ea00'],
      [0.4, '#f3f1ea'],
      [1, '#f3f1ea00'],
    ]);
  const random = chance(8);
  const shirts = ['#d8432f', '#1f5f8b', '#e8a628', '#f5f2e8', '#2e7d5b', '#7a3b69'];
  let field = '';
  for (let index = 0; index < 22; index += 1) {
    const t = index / 21;
    const along = t ** 1.25;
    const x = 1215 - along * 1010 + (random() - 0.5) * (20 + along * 150);
    const y = 438 + along * 530 + random() * 10;
    const s = 0.26 + t ** 1.2 * 1.2;
    const shirt = shirts[index % shirts.length] ?? '#d8432f';
    const swing = index % 2 === 0 ? 1 : -1;
    field += `<g transform="translate(${x} ${y}) scale(${s})">${circle(0, -98, 12, '#7d5b45')}${line(`M-2-56L${16 * swing}-26L${4 * swing}2M-2-56L${-16 * swing}-30L${-34 * swing}-22`, '#33302c', 9)}${line(`M0-82L${20 * swing}-66L${32 * swing}-78M0-82L${-18 * swing}-64L${-30 * swing}-70`, '#7d5b45', 7)}${path('M-12-88q12-6 24 0l-3 36h-20z', shirt)}</g>`;
  }
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    rect(0, 400, WIDTH, 600, 'url(#sea)'),
    ripples(2, 410, 700, 120, '#eef3f0'),
    path(
      'M1600 330C1420 300 1280 340 1180 400C1080 460 900 470 800 520C560 640 320 700 0 760V1000H1600z',
      'url(#grass)',
    ),
    path(
      'M1180 400C1140 470 1150 560 1060 640C1200 600 1330 520 1420 420z',
      '#8b8a6e',
      'opacity=".5"',
    ),
    path('M1300 352l14-190h60l14 190z', '#f6f2e7'),
    path('M1308 262h72l3 44h-78z', '#c23d2e'),
    rect(1308, 128, 72, 38, '#2f3b40'),
    rect(1316, 134, 56, 24, '#ffe6a6'),
    path('M1304 130l40-34 40 34z', '#c23d2e'),
    rect(1396, 296, 96, 60, '#f3efe4'),
    path('M1388 300l56-36 56 36z', '#5f5148'),
    path(
      'M1210 420C1080 480 960 500 840 560C600 680 330 800 60 1000H330C520 860 760 720 930 620C1040 560 1140 500 1250 430z',
      '#cdbf97',
    ),
    field,
    rect(0, 350, WIDTH, 130, 'url(#fog)', 'opacity=".55"'),
    gulls(19, 5, '#5d6f75'),
  ]);
}

export function lighthouse(): string {
  const defs =
    gradient('sky', [
      [0, '#060b1c'],
      [0.6, '#12254a'],
      [1, '#2f4d74'],
    ]) +
    gradient('sea', [
      [0, '#2a4468'],
      [1, '#050a17'],
    ]) +
    gradient(
      'beam',
      [
        [0, '#ffe9ad'],
        [1, '#ffe9ad00'],
      ],
      true,
    ) +
    gradient(
      'beam2',
      [
        [0, '#ffe9ad00'],
        [1, '#ffe9ad'],
      ],
      true,
    ) +
    gradient(
      'tower',
      [
        [0, '#8d97a8'],
        [0.4, '#e9e4d4'],
        [1, '#5b6678'],
      ],
      true,
    ) +
    glow('lamp', '#fff2c4', 1);
  return frame(defs, [
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    stars(44, 240, 620),
    rect(0, 660, WIDTH, 340, 'url(#sea)'),
    path('M606 292L1600 120V330L606 316z', 'url(#beam)', 'opacity=".55"'),
    path('M574 292L0 250V372L574 316z', 'url(#beam2)', 'opacity=".35"'),
    circle(590, 304, 190, 'url(#lamp)', 'opacity=".8"'),
    ripples(9, 670, 980, 150, '#8fb0d8'),
    ripples(10, 670, 980, 90, '#ffe2a0', 620, 340),
    path(
      'M180 760C260 690 360 690 430 650C500 610 560 620 640 616C740 612 800 660 880 700C960 730 1040 740 1090 790C900 840 420 850 180 760z',
      '#0b1120',
    ),
    path('M546 640l18-310h52l18 310z', 'url(#tower)'),
    path('M557 452h66l4 62h-74z', '#a33b30', 'opacity=".85"'),
    rect(556, 322, 68, 10, '#1b2333'),
    rect(566, 284, 48, 40, '#fff4cf'),
    line('M566 284V324M582 284V324M598 284V324M614 284V324', '#1b2333', 3),
    path('M558 286l32-34 32 34z', '#1b2333'),
    rect(650, 572, 120, 66, '#1a2233'),
    path('M640 578l70-44 70 44z', '#121828'),
    rect(676, 596, 22, 20, '#ffd98a'),
    circle(690, 604, 60, 'url(#lamp)', 'opacity=".35"'),
    path('M1240 700h110l-14 24h-80z', '#0a0f1c'),
    line('M1290 700V660', '#0a0f1c', 4),
    circle(1290, 656, 5, '#ffdf9a'),
  ]);
}
