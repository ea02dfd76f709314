package org.poshremote.demo.personality;

import java.time.Duration;
import org.poshremote.demo.FaultPlan;
import org.poshremote.demo.InjectedFault;

/**
 * A fault that belongs to a personality.
 *
 * @param every     each so-manieth request
 * @param operation among those of this operation; empty for all
 * @param fault     name of an {@link InjectedFault}
 */
public record FaultRule(int every, String operation, String fault, Duration delay) {
    FaultPlan plan() {
        InjectedFault injected = switch (fault) {
            case "delay" -> InjectedFault.delay(delay);
            case "close-unprocessed" -> InjectedFault.CLOSE_UNPROCESSED;
            case "close-before-reply" -> InjectedFault.CLOSE_BEFORE_REPLY;
            case "close-mid-reply" -> InjectedFault.CLOSE_MID_REPLY;
            case "server-error" -> InjectedFault.SERVER_ERROR;
            case "bad-request" -> InjectedFault.BAD_REQUEST;
            case "service-unavailable" -> InjectedFault.SERVICE_UNAVAILABLE;
            case "garbage" -> InjectedFault.GARBAGE;
            default -> throw new IllegalArgumentException("no such fault: " + fault);
        };
        return operation.isEmpty() ? FaultPlan.every(every, injected) : FaultPlan.every(operation, every, injected);
    }
}
