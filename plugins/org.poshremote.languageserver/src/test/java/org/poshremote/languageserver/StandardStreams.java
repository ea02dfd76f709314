package org.poshremote.languageserver;

/** The server as a program of its own, as {@code poshremote language-server} starts it. */
final class StandardStreams {
    private StandardStreams() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(PowerShellLanguageServer.serve(System.in, System.out));
    }
}
