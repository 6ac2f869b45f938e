/** Writer of WebM: the container of encoded pictures. */
export class Output {
  constructor(options: { format: WebMOutputFormat; target: BufferTarget });
  addVideoTrack(source: EncodedVideoPacketSource, options: { frameRate: number }): void;
  start(): Promise<void>;
  finalize(): Promise<void>;
  cancel(): Promise<void>;
}
export class WebMOutputFormat {}
export class BufferTarget {
  buffer: ArrayBuffer | null;
}
export class EncodedVideoPacketSource {
  constructor(codec: "vp8" | "vp9");
  add(packet: EncodedPacket, meta?: EncodedVideoChunkMetadata): Promise<void>;
}
export class EncodedPacket {
  static fromEncodedChunk(chunk: EncodedVideoChunk): EncodedPacket;
}
