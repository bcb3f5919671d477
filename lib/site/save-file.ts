/** Offers bytes as a download with this name. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the bytes by the next turn; only Safari is slower.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
