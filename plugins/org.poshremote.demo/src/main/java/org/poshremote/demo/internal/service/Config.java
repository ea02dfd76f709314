package org.poshremote.demo.internal.service;

import org.poshremote.demo.internal.soap.Envelope;
import org.poshremote.demo.internal.soap.SoapRequest;
import org.poshremote.demo.personality.ServerBehaviour;
import org.poshremote.wsman.soap.Names;

/** The part of {@code winrm get winrm/config} that the node really goes by (MS-WSMV 2.2.4.10, 2.2.4.38, 2.2.4.42). */
final class Config {
    private Config() {
    }

    static byte[] get(SoapRequest request, ServerBehaviour b, Envelope envelope) {
        String body = "<cfg:Config xmlns:cfg=\"" + Names.CONFIGURATION + "\">" + value("MaxEnvelopeSizekb", b.maxEnvelopeSizekb())
                + value("MaxTimeoutms", b.maxTimeout().toMillis()) + "<cfg:Service>" + value("MaxConcurrentOperationsPerUser", b.maxOperations())
                + value("AllowUnencrypted", b.allowUnencrypted()) + "<cfg:Auth>" + value("Basic", b.signIn().basic()) + value("Negotiate", b.signIn().negotiate())
                + value("CbtHardeningLevel", b.signIn().channelBinding().word()) + "</cfg:Auth></cfg:Service><cfg:Winrs>"
                + value("AllowRemoteShellAccess", true) + value("IdleTimeout", b.idleTimeout().toMillis())
                + value("MaxProcessesPerShell", b.maxProcessesPerShell()) + value("MaxShellsPerUser", b.maxShellsPerUser())
                + "</cfg:Winrs></cfg:Config>";
        return envelope.of(Names.TRANSFER + "/GetResponse", request.messageId(), body);
    }

    private static String value(String name, Object value) {
        return "<cfg:" + name + ">" + value + "</cfg:" + name + ">";
    }
}
