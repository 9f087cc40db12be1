import { BarcodeDetector } from 'qr/decode.js';

const LOOKS_PER_SECOND = 6;
/** How long the same code is not read again, in milliseconds: a phone is held before the camera for a while. */
const PAUSE = 3000;

/** Reads QR codes with the camera of the device. */
export class Camera {
  /**
   * @param {HTMLVideoElement} video
   * @param {(text: string) => void} onCode
   */
  constructor(video, onCode) {
    this.video = video;
    this.onCode = onCode;
    this.detector = new BarcodeDetector({ formats: ['qr_code'] });
    /** @type {MediaStream | null} */
    this.stream = null;
    this.last = { text: '', at: 0 };
  }

  /** Rejects when there is no camera, or when it may not be used. */
  async start() {
    this.stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 } },
      audio: false,
    });
    this.video.srcObject = this.stream;
    await this.video.play();
    void this.look();
  }

  stop() {
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
    this.video.srcObject = null;
  }

  async look() {
    if (!this.stream) return;
    const [found] = await this.detector.detect(this.video);
    if (found) this.read(found.rawValue);
    setTimeout(() => void this.look(), 1000 / LOOKS_PER_SECOND);
  }

  /** @param {string} text */
  read(text) {
    const now = performance.now();
    const again = text === this.last.text && now - this.last.at < PAUSE;
    this.last = { text, at: now };
    if (!again) this.onCode(text);
  }
}
