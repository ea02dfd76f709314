package org.poshremote.wsman.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.poshremote.wsman.testing.ScriptedNode.Answer;
import org.poshremote.wsman.testing.ScriptedNode.Request;

/** Answers written after the message descriptions and examples of MS-WSMV (sections 3.1.4 and 4). */
public final class Replies {
    public static final String SHELL_ID = "11111111-2222-3333-4444-555555555555";
    public static final String COMMAND_ID = "AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE";
    private static final String RSP = "xmlns:rsp=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell\"";

    private Replies() {
    }

    public static String envelope(String relatesTo, String body) {
        return "<s:Envelope xml:lang=\"en-US\" xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
            + " xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" xmlns:x=\"http://schemas.xmlsoap.org/ws/2004/09/transfer\""
            + " xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\" " + RSP + "><s:Header>"
            + "<a:MessageID>uuid:00000000-0000-0000-0000-000000000001</a:MessageID>"
            + "<a:RelatesTo>" + relatesTo + "</a:RelatesTo></s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
    }

    /** MS-WSMV 3.1.4.5.2: ResourceCreated, followed by the shell as a whole from Windows 8 on. */
    public static String created() {
        return "<x:ResourceCreated><a:Address>http://node:5985/wsman</a:Address><a:ReferenceParameters>"
            + "<w:ResourceURI>http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd</w:ResourceURI>"
            + "<w:SelectorSet><w:Selector Name=\"ShellId\">" + SHELL_ID + "</w:Selector></w:SelectorSet>"
            + "</a:ReferenceParameters></x:ResourceCreated>"
            + "<rsp:Shell><rsp:ShellId>" + SHELL_ID + "</rsp:ShellId><rsp:Owner>someone</rsp:Owner></rsp:Shell>";
    }

    /** MS-WSMV 3.1.4.11. */
    public static String commandStarted() {
        return "<rsp:CommandResponse><rsp:CommandId>" + COMMAND_ID + "</rsp:CommandId></rsp:CommandResponse>";
    }

    public static String stream(String name, byte[] data, boolean end) {
        return "<rsp:Stream Name=\"" + name + "\" CommandId=\"" + COMMAND_ID + "\"" + (end ? " End=\"true\"" : "") + ">"
            + Base64.getEncoder().encodeToString(data) + "</rsp:Stream>";
    }

    public static String out(String text) {
        return stream("stdout", text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** MS-WSMV 3.1.4.14. */
    public static String received(String streams, String stateAndExitCode) {
        return "<rsp:ReceiveResponse>" + streams + stateAndExitCode + "</rsp:ReceiveResponse>";
    }

    public static String running() {
        return "<rsp:CommandState CommandId=\"" + COMMAND_ID
            + "\" State=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/Running\"/>";
    }

    public static String done(String exitCode) {
        return "<rsp:CommandState CommandId=\"" + COMMAND_ID
            + "\" State=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/Done\"><rsp:ExitCode>"
            + exitCode + "</rsp:ExitCode></rsp:CommandState>";
    }

    /** MS-WSMV 2.2.4.43. */
    public static String fault(long code, String subcode, String message) {
        return "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:" + subcode + "</s:Value></s:Subcode></s:Code>"
            + "<s:Reason><s:Text xml:lang=\"en-US\">The reason.</s:Text></s:Reason><s:Detail>"
            + "<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"" + code + "\" Machine=\"node\">"
            + "<f:Message>" + message + "</f:Message></f:WSManFault></s:Detail></s:Fault>";
    }

    public static String operationTimedOut() {
        return fault(2150858793L, "TimedOut", "Nothing came.");
    }

    /** A node on which every command writes "hello" and ends with 0. */
    public static void ordinary(Request request, Answer answer) throws IOException {
        switch (request.operation()) {
            case "Create" -> answer.soap(created());
            case "Command" -> answer.soap(commandStarted());
            case "Send" -> answer.soap("<rsp:SendResponse/>");
            case "Receive" -> answer.soap(received(out("hello") + stream("stdout", new byte[0], true) + stream("stderr", new byte[0], true), done("0")));
            case "Signal" -> answer.soap("<rsp:SignalResponse/>");
            case "Delete" -> answer.soap("");
            default -> answer.soap("<id:IdentifyResponse xmlns:id=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\">"
                + "<id:ProtocolVersion>http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd</id:ProtocolVersion>"
                + "<id:ProductVendor>Microsoft Corporation</id:ProductVendor>"
                + "<id:ProductVersion>OS: 0.0.0 SP: 0.0 Stack: 3.0</id:ProductVersion></id:IdentifyResponse>");
        }
    }
}
