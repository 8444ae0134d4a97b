// What is read out of picture files: each field, its evidence, its bounds, and files made to hurt.

import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readPictureData, type XmlParser } from '../../src/picture/read.ts';
import { PictureError } from '../../src/picture/types.ts';
import { scenePng } from '../newsstand/pictures/index.ts';
import {
  c2paSegment,
  exifSegment,
  iptcSegment,
  joined,
  jpegFile,
  pngChunk,
  pngWithXmp,
  segment,
  webpFile,
  xmpPacket,
  xmpSegment,
} from '../support/picture-files.ts';

const parser: XmlParser = {
  // Its document is one in all that is used of it.
  parseFromString: (text, type) =>
    new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, type),
};
const read = (bytes: Uint8Array<ArrayBuffer>, whole = true) =>
  readPictureData(bytes, whole, parser);
const utf8 = (text: string) => new TextEncoder().encode(text);

const FULL = xmpPacket(
  `<dc:creator><rdf:Seq><rdf:li>Mara Quill</rdf:li><rdf:li>Ivo Tarn</rdf:li></rdf:Seq></dc:creator>
   <photoshop:Credit>Mara Quill / Openframe</photoshop:Credit>
   <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2019 Openframe</rdf:li><rdf:li xml:lang="ru">© 2019 Опенфрейм</rdf:li></rdf:Alt></dc:rights>
   <photoshop:Source>Openframe</photoshop:Source>
   <xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>
   <plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>Openframe Desk</plus:LicensorName><plus:LicensorURL>https://openframe.example/licence</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>
   <cc:license rdf:resource="https://creativecommons.org/licenses/by-nd/2.0/"/>
   <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Editorial use only</rdf:li></rdf:Alt></xmpRights:UsageTerms>
   <photoshop:Headline>The ferry leaves Saltmere</photoshop:Headline>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The ferry leaves &amp; the gulls stay.</rdf:li></rdf:Alt></dc:description>
   <photoshop:DateCreated>2019-05-04T10:11:12+02:00</photoshop:DateCreated>
   <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>`,
);

const FULL_FACTS = [
  { field: 'creator', from: 'XMP dc:creator', value: 'Mara Quill' },
  { field: 'creator', from: 'XMP dc:creator', value: 'Ivo Tarn' },
  { field: 'credit', from: 'XMP photoshop:Credit', value: 'Mara Quill / Openframe' },
  { field: 'copyright', from: 'XMP dc:rights', value: '© 2019 Openframe' },
  { field: 'source', from: 'XMP photoshop:Source', value: 'Openframe' },
  {
    field: 'rightsPage',
    from: 'XMP xmpRights:WebStatement',
    value: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    field: 'licensor',
    from: 'XMP plus:Licensor',
    value: 'Openframe Desk',
    url: 'https://openframe.example/licence',
  },
  {
    field: 'license',
    from: 'XMP cc:license',
    value: 'CC BY-ND 2.0',
    url: 'https://creativecommons.org/licenses/by-nd/2.0/',
  },
  { field: 'terms', from: 'XMP xmpRights:UsageTerms', value: 'Editorial use only' },
  { field: 'headline', from: 'XMP photoshop:Headline', value: 'The ferry leaves Saltmere' },
  { field: 'description', from: 'XMP dc:description', value: 'The ferry leaves & the gulls stay.' },
  { field: 'created', from: 'XMP photoshop:DateCreated', value: '2019-05-04' },
  {
    field: 'sourceType',
    from: 'XMP Iptc4xmpExt:DigitalSourceType',
    value: 'trainedAlgorithmicMedia',
  },
];

describe('fields of a file', () => {
  it('reads every field of XMP in a JPEG', () => {
    expect(read(jpegFile(xmpSegment(FULL)))).toEqual({ format: 'JPEG', facts: FULL_FACTS });
  });

  it('reads the same from a PNG and a WebP', () => {
    const png = pngWithXmp(scenePng('ferry', 400), FULL);
    expect(read(png)).toEqual({ format: 'PNG', facts: FULL_FACTS });
    expect(read(webpFile(['XMP ', utf8(FULL)]))).toEqual({ format: 'WebP', facts: FULL_FACTS });
  });

  it('reads IPTC where there is no XMP', () => {
    const file = jpegFile(
      iptcSegment([
        [55, '20190504'],
        [80, 'Mára Quill'],
        [105, 'The ferry leaves'],
        [110, 'Openframe'],
        [115, 'Openframe Desk'],
        [116, '© Openframe'],
        [120, 'A ferry at the Long Quay.'],
      ]),
    );
    expect(read(file).facts).toEqual([
      { field: 'creator', from: 'IPTC By-line', value: 'Mára Quill' },
      { field: 'credit', from: 'IPTC Credit', value: 'Openframe' },
      { field: 'copyright', from: 'IPTC Copyright Notice', value: '© Openframe' },
      { field: 'source', from: 'IPTC Source', value: 'Openframe Desk' },
      { field: 'headline', from: 'IPTC Headline', value: 'The ferry leaves' },
      { field: 'description', from: 'IPTC Caption/Abstract', value: 'A ferry at the Long Quay.' },
      { field: 'created', from: 'IPTC Date Created', value: '2019-05-04' },
    ]);
  });

  it('reads EXIF where there is nothing else, and prefers XMP, then IPTC', () => {
    const exif = exifSegment([
      [0x010e, 'A ferry'],
      [0x013b, 'Ivo Tarn'],
      [0x8298, '(c) Ivo Tarn'],
    ]);
    expect(read(jpegFile(exif)).facts).toEqual([
      { field: 'creator', from: 'EXIF Artist', value: 'Ivo Tarn' },
      { field: 'copyright', from: 'EXIF Copyright', value: '(c) Ivo Tarn' },
      { field: 'description', from: 'EXIF ImageDescription', value: 'A ferry' },
    ]);
    const xmp = xmpSegment(xmpPacket('<photoshop:Credit>From XMP</photoshop:Credit>'));
    const iptc = iptcSegment([
      [80, 'From IPTC'],
      [110, 'From IPTC'],
    ]);
    const froms = read(jpegFile(exif, xmp, iptc)).facts.map(({ from }) => from);
    expect(froms).toEqual([
      'IPTC By-line',
      'XMP photoshop:Credit',
      'EXIF Copyright',
      'EXIF ImageDescription',
    ]);
  });

  it('names Content Credentials without reading them', () => {
    expect(read(jpegFile(c2paSegment()))).toEqual({
      format: 'JPEG',
      facts: [],
      credentials: 'APP11 c2pa',
    });
    const png = scenePng('ferry', 400);
    const withBox = joined(png.subarray(0, 33), pngChunk('caBX', utf8('jumb')), png.subarray(33));
    expect(read(withBox).credentials).toBe('chunk caBX');
    expect(read(webpFile(['C2PA', new Uint8Array(20)])).credentials).toBe('chunk C2PA');
    expect(read(jpegFile(segment(0xe5, utf8('a note on c2pa')))).credentials).toBeUndefined();
  });

  it('finds nothing in a plain file, and says so without an error', () => {
    expect(read(joined(scenePng('ferry', 400)))).toEqual({ format: 'PNG', facts: [] });
    expect(read(jpegFile())).toEqual({ format: 'JPEG', facts: [] });
  });

  it('reads the beginning of a JPEG as well as the whole of it', () => {
    const file = joined(jpegFile(xmpSegment(FULL)), new Uint8Array(100_000));
    expect(read(file.slice(0, utf8(FULL).length + 200), false).facts).toEqual(FULL_FACTS);
  });
});

const creditOf = (credit: string) =>
  read(jpegFile(xmpSegment(xmpPacket(`<photoshop:Credit>${credit}</photoshop:Credit>`)))).facts[0]
    ?.value;

describe('values are bounded and plain', () => {
  it('keeps 600 characters on one line, without control or direction marks', () => {
    expect(creditOf(`A\n\tB`)).toBe('A B');
    expect(creditOf('lliuQ \u202Earam\u202C')).toBe('lliuQ aram');
    expect(creditOf('x'.repeat(50_000))).toHaveLength(600);
    expect(creditOf('&lt;img src=x onerror=alert(1)&gt;')).toBe('<img src=x onerror=alert(1)>');
  });

  it('links to nothing but http and https', () => {
    const [fact] = read(
      jpegFile(
        xmpSegment(
          xmpPacket('<xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>'),
        ),
      ),
    ).facts;
    expect(fact).toEqual({
      field: 'rightsPage',
      from: 'XMP xmpRights:WebStatement',
      value: 'javascript:alert(1)',
    });
  });

  it('names five people at most, and no date that does not exist', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `<rdf:li>P${index}</rdf:li>`).join('');
    const file = jpegFile(
      xmpSegment(
        xmpPacket(
          `<dc:creator><rdf:Seq>${names}</rdf:Seq></dc:creator><photoshop:DateCreated>2019-02-31</photoshop:DateCreated>`,
        ),
      ),
    );
    expect(read(file).facts.map(({ value }) => value)).toEqual(['P0', 'P1', 'P2', 'P3', 'P4']);
  });

  it('takes no place, camera or person in the picture', () => {
    const file = jpegFile(
      xmpSegment(
        xmpPacket(
          '<photoshop:City>Saltmere</photoshop:City><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Orla Finch</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>',
        ),
      ),
      exifSegment([
        [0x010f, 'Camera maker'],
        [0x0110, 'Camera model'],
      ]),
    );
    expect(read(file).facts).toEqual([]);
  });
});

const errorOf = (bytes: Uint8Array<ArrayBuffer>): PictureError => {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof PictureError) return error;
    throw error;
  }
  throw new Error('read without an error');
};

const packetOf = (levels: number): Uint8Array =>
  utf8(
    xmpPacket(
      `<dc:creator>${'<rdf:li>'.repeat(levels)}x${'</rdf:li>'.repeat(levels)}</dc:creator>`,
    ),
  );

describe('files made to hurt', () => {
  it('refuses what is no picture', () => {
    expect(errorOf(utf8('<!doctype html><title>Not found</title>')).code).toBe('not-picture');
    expect(errorOf(new Uint8Array(0))).toMatchObject({
      code: 'not-picture',
      message: '0 bytes that begin ',
    });
  });

  it('says where a segment breaks', () => {
    const cut = jpegFile(xmpSegment(xmpPacket(''))).slice(0, 300);
    expect(errorOf(cut)).toMatchObject({ code: 'broken' });
    expect(errorOf(cut).message).toMatch(/^segment at byte 4 claims \d+ bytes, 296 are left$/);
    const short = joined([0xff, 0xd8, 0xff, 0xe1, 0, 1], new Uint8Array(40));
    expect(errorOf(short).message).toBe('segment at byte 2 has length 1');
    const png = joined(scenePng('ferry', 400)).slice(0, 200);
    expect(errorOf(png).message).toMatch(/^\w+ at byte \d+ claims \d+ bytes, \d+ are left$/);
  });

  it('reads nothing from XMP that declares entities', () => {
    const bomb = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
    ).join('');
    const packet = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e0 "ha">${bomb}]>\n${xmpPacket('<photoshop:Credit>&e9;</photoshop:Credit>')}`;
    const parse = vi.fn<XmlParser['parseFromString']>();
    const read9 = () =>
      readPictureData(jpegFile(xmpSegment(packet)), true, { parseFromString: parse });
    expect(read9).toThrow(/XMP of \d+ characters that declares entities/);
    expect(parse).not.toHaveBeenCalled();
  });

  it('still reads the other blocks of a file whose XMP it refuses', () => {
    const file = jpegFile(
      xmpSegment('<!DOCTYPE x><x:xmpmeta/>'),
      iptcSegment([[110, 'Openframe']]),
    );
    expect(read(file).facts.map(({ value }) => value)).toEqual(['Openframe']);
  });

  it('reads nothing from XMP above a million characters', () => {
    const packet = xmpPacket(`<photoshop:Credit>${'x'.repeat(1_100_000)}</photoshop:Credit>`);
    expect(() => read(webpFile(['XMP ', utf8(packet)]))).toThrow(/at most 1000000 are read/);
  });

  it('says that XMP is not well-formed where there is nothing else', () => {
    const file = jpegFile(xmpSegment(xmpPacket('<photoshop:Credit>Openframe')));
    expect(errorOf(file).message).toMatch(/^XMP of \d+ characters is not well-formed$/);
  });

  it('survives XML nested thousands deep', () => {
    expect(read(webpFile(['XMP ', packetOf(2000)])).facts).toEqual([]);
    expect(() => read(webpFile(['XMP ', packetOf(50_000)]))).not.toThrow(RangeError);
  });

  it('survives names of inherited properties', () => {
    const file = jpegFile(
      xmpSegment(xmpPacket('<dc:constructor>a</dc:constructor><dc:__proto__>b</dc:__proto__>')),
    );
    expect(read(file).facts).toEqual([]);
  });

  it('answers or throws a named error for any damage', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const files = [
      jpegFile(
        exifSegment([[0x013b, 'Ivo Tarn']]),
        xmpSegment(FULL),
        iptcSegment([[80, 'Mara']]),
        c2paSegment(),
      ),
      pngWithXmp(scenePng('bell', 400), FULL).slice(0, 6000),
      webpFile(['XMP ', utf8(FULL)]),
    ];
    const damage = fc.array(fc.tuple(fc.nat(6000), fc.integer({ min: 0, max: 255 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        damage,
        fc.nat(7000),
        fc.boolean(),
        (file, bytes, end, whole) => {
          const broken = file.slice(0, Math.max(3, end));
          for (const [at, value] of bytes) broken[at] = value;
          try {
            const { facts } = read(broken, whole);
            for (const { value } of facts) expect(value.length).toBeLessThanOrEqual(600);
            expect(facts.length).toBeLessThanOrEqual(25);
          } catch (error) {
            expect(error).toBeInstanceOf(PictureError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
