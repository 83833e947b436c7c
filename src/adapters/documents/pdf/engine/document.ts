/** A PDF document in memory whose fonts come from earlier documents where they can. */
import library from 'pdfmake/js/PDFDocument.js';
import type { FontPaths } from '../../fonts.ts';
import { keepFont, openAgain, share } from './typeface.ts';
import { exported } from './library.ts';

export interface Properties {
  readonly title: string;
  readonly subject: string;
  /** Name of the program, never of a person or a computer. */
  readonly program: string;
  readonly language: string;
  readonly date: Date;
}

export class MemoryDocument extends exported(library) {
  // Declared only: the parent's constructor already writes, a field would be emptied after it.
  declare private chunks?: Buffer[];

  /** @param allowed font files; nothing else is read from disk */
  constructor(fonts: FontPaths, allowed: ReadonlySet<string>, { title, subject, program, language, date }: Properties) {
    super(
      fonts,
      {},
      {},
      {},
      {
        pdfVersion: '1.7',
        tagged: true,
        displayTitle: true,
        lang: language,
        compress: true,
        autoFirstPage: false,
        font: null,
        info: {
          Title: title,
          ...(subject === '' ? {} : { Subject: subject }),
          Creator: program,
          Producer: program,
          CreationDate: date,
          ModDate: date,
        },
      },
      null,
      (path) => allowed.has(path),
    );
  }

  override font(source: unknown, family?: unknown, size?: unknown): this {
    if (typeof source !== 'string') return super.font(source, family, size);
    const known = this._fontFamilies[source];
    if (known) {
      this._font = known;
      return this;
    }
    const again = openAgain(source, this, `F${this._fontCount + 1}`);
    if (again) this._fontCount += 1;
    else {
      super.font(source);
      keepFont(source, this._font);
    }
    this._font = share(source, again ?? this._font);
    this._fontFamilies[source] = this._font;
    this._fontFamilies[this._font.name] ??= this._font;
    return this;
  }

  /** Collects what the library writes; nobody reads the stream. */
  override push(chunk: Buffer | null): boolean {
    this.chunks ??= [];
    if (chunk) this.chunks.push(chunk);
    return true;
  }

  /** Ends the document. @returns the whole file */
  finish(): Uint8Array {
    this.end();
    return new Uint8Array(Buffer.concat(this.chunks ?? []));
  }
}
