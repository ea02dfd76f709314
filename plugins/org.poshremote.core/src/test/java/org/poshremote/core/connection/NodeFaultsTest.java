package org.poshremote.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Fault;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.TransportException;

class NodeFaultsTest {
    private static final Endpoint NODE = Endpoint.http("node");

    private static Optional<String> ofFault(long code) {
        return NodeFaults.remedy(new FaultException(NODE, new Fault(code, "Receiver", "", "Zugriff verweigert", "", Optional.empty(), OptionalLong.empty())));
    }

    /** By number: the text above is German. */
    @Test
    void knownNumbersHaveTheirRemedy() {
        assertTrue(ofFault(5).orElseThrow().contains("LocalAccountTokenFilterPolicy"));
        assertTrue(ofFault(2150859072L).orElseThrow().contains("65001"));
        assertTrue(ofFault(2150859173L).orElseThrow().contains("quota"));
        assertTrue(ofFault(2150858843L).orElseThrow().contains("ended the shell"));
        assertEquals(Optional.empty(), ofFault(4711));
    }

    @Test
    void aRefusedConnectionNamesThePorts() {
        assertTrue(NodeFaults.remedy(new TransportException(TransportException.Kind.REFUSED, NODE, "x", null, false)).orElseThrow().contains("5986"));
    }
}
