// Files offered to the person, made on this device.

/** A download is read from memory after the click that began it. */
const KEEP_FILE_MS = 60_000;

export function saveFile(name: string, mime: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_FILE_MS);
}

/** Puts text on the clipboard, with HTML beside it where there is some. To be called inside a click. */
export async function copyClip({
  text,
  html,
}: {
  text: string;
  html?: string | undefined;
}): Promise<void> {
  if (html === undefined) {
    await navigator.clipboard.writeText(text);
    return;
  }
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}
