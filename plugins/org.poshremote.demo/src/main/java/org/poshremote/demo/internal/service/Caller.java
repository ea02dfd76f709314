package org.poshremote.demo.internal.service;

/**
 * Who asks, and by which name.
 *
 * @param user    empty for an Identify without login
 * @param address of the node as the client wrote it: {@code http://127.0.0.1:5985/wsman}
 * @param machine its host part, which faults carry
 */
public record Caller(String user, String clientIp, String address, String machine) {
}
