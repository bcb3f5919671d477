/** Offers bytes, or a file of them, as a download with this name. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer> | Blob): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Most browsers have read the bytes by the next turn of the event loop; only Safari is slower.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
