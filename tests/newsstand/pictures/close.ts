// Pictures from close by: a canteen, a moth, a bell.

import { chance, circle, frame, glow, gradient, HEIGHT, line, path, rect, WIDTH } from './draw.ts';

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
