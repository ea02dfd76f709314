package org.poshremote.core.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains an error text that somebody has in front of them, from PowerShell, winrm or another client. Numbers count, and
 * identifiers that are the same in each language; sentences that Windows translates do not.
 */
public final class ErrorText {
    /** No longer text is read; an error message that long is a log. */
    public static final int LONGEST = 256 * 1024;
    private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9A-Fa-f]{5,8})(?![0-9A-Fa-f])");
    private static final Pattern LARGE = Pattern.compile("(?<![0-9A-Za-z.])(-21474\\d{5}|-21[0-9]{8}|2[01][0-9]{8}|3221[0-9]{6})(?![0-9A-Za-z])");
    /** A small number counts only where it is called a code: "error code 1326", "Code=\"5\"", "WinRM error 12175". */
    private static final Pattern SMALL = Pattern.compile(
        "(?i)(?:code|\\berror(?:\\s+(?:code|number))?|\\bwin32|hresult|fehler|\u30a8\u30e9\u30fc)\\s*[:=#]?\\s*[\"']?(\\d{1,5})\\b");
    private static final Pattern STATUS = Pattern.compile("(?i)\\b(?:http|status|code|error|response)\\W{0,3}(?:\\w{0,8}\\W{0,3}){0,3}?\\b([45]\\d\\d)\\b");
    private static final JsonNode TOKENS = Resources.json("tokens.json");

    private ErrorText() {
    }

    /** What of a text can be told without knowing its language. */
    public static Facts facts(String text) {
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<Evidence> evidence = new ArrayList<>();
        Set<Long> codes = new LinkedHashSet<>();
        collect(HEXADECIMAL, read, number -> codes.add(Long.parseLong(number, 16)));
        collect(LARGE, read, number -> codes.add(Long.parseLong(number) & 0xFFFFFFFFL));
        collect(SMALL, read, number -> codes.add(Long.parseLong(number)));
        for (long code : codes) {
            evidence.add(Evidence.of("code", code));
            if (code >>> 16 == 0x8007) { // a Windows error wrapped as HRESULT
                evidence.add(Evidence.of("code", code & 0xFFFF));
            }
        }
        collect(STATUS, read, number -> evidence.add(new Evidence("text.http", number)));
        String folded = read.toLowerCase(Locale.ROOT);
        for (JsonNode token : TOKENS.required("tokens")) {
            boolean any = Resources.strings(token.path("any")).stream().anyMatch(words -> folded.contains(words.toLowerCase(Locale.ROOT)));
            List<String> all = Resources.strings(token.path("all"));
            if (any || !all.isEmpty() && all.stream().allMatch(words -> folded.contains(words.toLowerCase(Locale.ROOT)))) {
                evidence.add(new Evidence("token", token.required("token").asText()));
            }
        }
        return Facts.NONE.with(evidence);
    }

    private static void collect(Pattern pattern, String text, Consumer<String> sink) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            sink.accept(matcher.group(1));
        }
    }

    /** Causes that the text speaks for, best first; empty where it says nothing that the table knows. */
    public static List<Finding> explain(String text) {
        return CauseTable.builtIn().rank(facts(text), RemedyTable.builtIn());
    }
}
