package org.poshremote.wsman.winrs;

/**
 * A piece of a process's output.
 *
 * @param stream "stdout" or "stderr"
 * @param data   raw bytes in the shell's code page; may end within a character. Not copied: whoever receives it owns it
 * @param end    nothing more comes on this stream
 */
public record StreamChunk(String stream, byte[] data, boolean end) {
}
