package org.poshremote.core.selftest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.StandardInput;
import org.poshremote.core.run.Timeouts;

/** The checks of the self-test, in the order in which they run. Each is harmless: it changes nothing on the node. */
final class Checks {
    private static final String ECHO_ARGUMENT = "param([string] $Text)\n$Text";
    private static final String ARGUMENT_CODES = "param([string] $Text)\n$Text.ToCharArray() | ForEach-Object { [int] $_ }";

    private Checks() {
    }

    static List<Check> all() {
        List<Check> all = new ArrayList<>();
        all.addAll(encodings());
        all.addAll(arguments());
        all.addAll(exitCodes());
        all.addAll(streams());
        all.addAll(input());
        all.addAll(shapes());
        all.addAll(sizes());
        all.addAll(endings());
        return List.copyOf(all);
    }

    private static List<Check> encodings() {
        List<Check> checks = new ArrayList<>();
        checks.add(text("ascii", "ASCII", "The quick brown fox ~!@#%^*()_+{}|:<>?"));
        checks.add(text("latin", "Western European letters", "Größe über élève señor Ångström"));
        checks.add(text("euro", "The euro sign and typographic quotes", "€ “double” ‘single’ – — …"));
        checks.add(text("cyrillic", "Cyrillic and Greek", "Привет, мир! Καλημέρα"));
        checks.add(text("cjk", "Chinese, Japanese, Korean", "中文 日本語 한국어"));
        checks.add(text("emoji", "Characters beyond the first plane", "💩 𝄞 𠮷"));
        checks.add(text("combining", "Combining marks stay as they are", "e\u0301 n\u0303 \u0915\u094D\u0937"));
        checks.add(text("rightToLeft", "Hebrew and Arabic", "שלום مرحبا"));
        checks.add(text("boxes", "Line drawing", "┌─┬─┐ │ ├ ┼ ╔═╗"));
        checks.add(Check.of("encoding.many", "Three-byte characters over chunk borders", "'\u65E5' * 50000").prints("\u65E5".repeat(50_000)));
        checks.add(Check.of("encoding.mixed", "Characters of one to four bytes over chunk borders", "'aé\u65E5💩' * 20000")
                .prints("aé\u65E5💩".repeat(20_000)));
        checks.add(Check.of("encoding.error", "Letters in an error text", "[Console]::Error.WriteLine('Fehler: über')").errorHas("Fehler: über").exits(0));
        checks.add(Check.of("encoding.warning", "Letters in a warning", "Write-Warning 'Achtung: größer 日本'")
                .expect("the warning as written", observed -> observed.warnings().contains("Achtung: größer 日本") ? Optional.empty()
                        : Optional.of(observed.warnings().toString())));
        return checks;
    }

    private static Check text(String id, String title, String text) {
        String literal = org.poshremote.language.PowerShellQuoting.literal(text);
        return Check.of("encoding." + id, title, literal).prints(text);
    }

    private static List<Check> arguments() {
        return List.of(
                Check.of("arguments.positional", "Arguments by position", "param($A, $B)\n\"$B-$A\"").arguments("one", "two").prints("two-one"),
                Check.of("arguments.named", "Arguments by name", "param($A, $B)\n\"$B-$A\"").arguments("-B", "two", "-A", "one").prints("two-one"),
                Check.of("arguments.switch", "A switch", "param([switch] $On)\n[bool] $On").arguments("-On").prints("True"),
                Check.of("arguments.switchOff", "A switch turned off", "param([switch] $On = $true)\n[bool] $On").arguments("-On:$false").prints("False"),
                Check.of("arguments.rest", "Arguments without parameters", "$args.Count\n$args[1]").arguments("a", "b").prints("2", "b"),
                argument("blanks", "Blanks inside and around", "  two  words "),
                argument("singleQuotes", "Single quotes", "it's 'quoted'"),
                argument("typographicQuotes", "Quotes that PowerShell takes for its own", "‘a’ ‚b‛"),
                argument("doubleQuotes", "Double quotes", "say \"hi\""),
                argument("dollar", "Nothing is expanded", "$env:PATH $(1+1) `n"),
                argument("operators", "Operators of shells", "a; b | c & d > e < f ^ %PATH%"),
                argument("backslash", "A backslash at the end", "C:\\dir with blank\\"),
                argument("unicode", "Letters of all kinds", "Größe 日本 💩"),
                Check.of("arguments.empty", "An empty argument", "param($A, $B)\n\"[$A][$B]\"").arguments("", "x").prints("[][x]"),
                Check.of("arguments.negative", "A negative number", "param([int] $N)\n$N + 1").arguments("-5").prints("-4"),
                Check.of("arguments.newline", "A line break", ARGUMENT_CODES).arguments("a\nb").prints("97", "10", "98"));
    }

    private static Check argument(String id, String title, String value) {
        return Check.of("arguments." + id, title, ECHO_ARGUMENT).arguments(value).expect("the argument as given",
                observed -> observed.output().replace("\r\n", "\n").equals(value + "\n") ? Optional.empty()
                        : Optional.of(Check.quoted(observed.output()))).exits(0);
    }

    private static List<Check> exitCodes() {
        return List.of(
                Check.of("exit.end", "The end of the script is 0", "'done'").prints("done"),
                Check.of("exit.three", "exit 3", "exit 3\n'not reached'").output("").exits(3),
                Check.of("exit.large", "exit 3010", "exit 3010").exits(3010),
                Check.of("exit.negative", "exit -1 is unsigned", "exit -1").exits(4294967295L),
                Check.of("exit.function", "exit in a function", "function Stop-It { exit 7 }\nStop-It\n'not reached'").output("").exits(7),
                Check.of("exit.return", "return ends the script with 0", "'a'\nreturn\n'b'").prints("a"),
                Check.of("exit.throw", "An error that nobody caught is 1", "'a'\nthrow 'broken'\n'b'").output("a").errorHas("broken").exits(1),
                Check.of("exit.statement", "An error that ends a statement does not end the script", "'a'\n1/$null\n'b'").output("a\nb").exits(0),
                Check.of("exit.stop", "An error under Stop ends the script", "$ErrorActionPreference = 'Stop'\nGet-Item 'C:\\no\\such\\file'\n'b'")
                        .output("").exits(1),
                Check.of("exit.caught", "A caught error is none", "try { throw 'x' } catch { 'caught' }").prints("caught").noError(),
                Check.of("exit.native", "The code of a program is left to the script", "cmd /c 'exit 5'\n$LASTEXITCODE").prints("5"),
                Check.of("exit.unknownParameter", "A parameter that the script does not have is 1", "[CmdletBinding()]\nparam($A)\n'ran'")
                        .arguments("-Bad", "x").output("").errorHas("Bad").exits(1),
                Check.of("exit.missingParameter", "A missing parameter is 1", "param([Parameter(Mandatory = $true)] $Needed)\n'ran'").output("")
                        .errorHas("Needed").exits(1),
                Check.of("exit.wrongValue", "A value of the wrong type is 1", "param([int] $N)\n'ran'").arguments("-N", "many").output("").exits(1),
                Check.of("exit.writeError", "An error written last leaves 0", "Write-Error 'broken'").errorHas("broken").exits(0),
                Check.of("exit.syntax", "A syntax error runs nothing and is 1", "'a'\nif (").output("").errorAtLine(2).exits(1));
    }

    private static List<Check> streams() {
        return List.of(
                Check.of("streams.error", "An error keeps its line", "\n\nWrite-Error 'broken'\n'b'").output("b").errorHas("broken").exits(0),
                Check.of("streams.line", "The line of an error is the script's", "'a'\n'b'\n1/$null").errorAtLine(3),
                Check.of("streams.warning", "Warnings apart from output", "Write-Warning 'careful'\n'out'").prints("out")
                        .expect("one warning", observed -> observed.warnings().equals(List.of("careful")) ? Optional.empty()
                                : Optional.of(observed.warnings().toString())),
                Check.of("streams.verbose", "Verbose text apart from output", "$VerbosePreference = 'Continue'\nWrite-Verbose 'detail'\n'out'").prints("out")
                        .expect("the verbose text", observed -> observed.verbose().contains("detail") ? Optional.empty()
                                : Optional.of(observed.verbose().toString())),
                Check.of("streams.progress", "Progress apart from output", "Write-Progress -Activity 'Copying' -Status 'now' -PercentComplete 40\n'out'")
                        .prints("out").expect("a progress record", observed -> observed.progress().contains("Copying") ? Optional.empty()
                                : Optional.of(observed.progress().toString())),
                Check.of("streams.host", "Write-Host is output", "Write-Host 'shown'").prints("shown"),
                Check.of("streams.stderr", "The process's standard error", "[Console]::Error.WriteLine('raw')").output("").errorHas("raw").exits(0),
                Check.of("streams.native", "A program's standard error", "cmd /c 'echo raw 1>&2'").errorHas("raw"),
                Check.of("streams.order", "Output in order", "foreach ($i in 1..200) { $i }")
                        .prints(java.util.stream.IntStream.rangeClosed(1, 200).mapToObj(Integer::toString).toArray(String[]::new)));
    }

    private static List<Check> input() {
        return List.of(
                Check.of("input.none", "No input is the end of input", "[Console]::In.ReadToEnd().Length").prints("0"),
                Check.of("input.lines", "Lines of input", "[Console]::In.ReadLine()\n[Console]::In.ReadLine()")
                        .with(builder -> builder.stdin(bytes("first\nsecond\n"))).prints("first", "second"),
                Check.of("input.bytes", "Bytes of input, all 256", "$in = [Console]::OpenStandardInput()\n$sum = 0\n$b = $in.ReadByte()\n"
                        + "while ($b -ge 0) { $sum += $b; $b = $in.ReadByte() }\n$sum").with(builder -> builder.stdin(allBytes())).prints("32640"),
                Check.of("input.large", "200,000 bytes of input", "[Console]::In.ReadToEnd().Length")
                        .with(builder -> builder.stdin(bytes("x".repeat(200_000)))).prints("200000"));
    }

    private static StandardInput bytes(String text) {
        return new StandardInput.Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static StandardInput allBytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new StandardInput.Bytes(all);
    }

    private static List<Check> shapes() {
        return List.of(
                Check.of("script.param", "A param block with a default", "param($Name = 'world')\n\"hello $Name\"").prints("hello world"),
                Check.of("script.comment", "A comment before the param block", "# first\nparam($A)\n\"[$A]\"").arguments("x").prints("[x]"),
                Check.of("script.crlf", "Lines that end with CR LF", "'a'\r\n'b'\r\n").prints("a", "b"),
                Check.of("script.hereString", "A here-string", "@'\none 'two'\n  $three\n'@").prints("one 'two'\n  $three"),
                Check.of("script.requires", "#Requires that holds", "#Requires -Version 2\n'ran'").prints("ran"),
                Check.of("script.requiresNot", "#Requires that does not hold", "#Requires -Version 99\n'ran'").output("").errorHas("99").exits(1),
                Check.of("script.using", "using at the top", "using namespace System.Text\n[StringBuilder]::new('built').ToString()").from(5).prints("built"),
                Check.of("script.environment", "An environment variable", "$env:POSHREMOTE_CHECK")
                        .with(builder -> builder.environment(Map.of("POSHREMOTE_CHECK", "a <b> & \"c\" é"))).prints("a <b> & \"c\" é"),
                Check.of("script.folder", "The working folder", "(Get-Location).Path")
                        .with(builder -> builder.workingFolder(Optional.of("C:\\Windows"))).prints("C:\\Windows"));
    }

    private static List<Check> sizes() {
        String comment = "# " + "0123456789abcdef日本".repeat(50) + "\n";
        return List.of(
                Check.of("size.script", "A script of one megabyte", comment.repeat(1_000_000 / comment.length()) + "'end'").prints("end"),
                Check.of("size.scriptLarge", "A script of five megabytes", comment.repeat(5_000_000 / comment.length()) + "'end'").prints("end"),
                Check.of("size.output", "A megabyte of output", "'x' * 1000000").prints("x".repeat(1_000_000)),
                Check.of("size.codePage", "Code page 65001, fixed", "'ä'").with(builder -> builder.codePage(CodePageChoice.of(65001))).prints("ä"));
    }

    private static List<Check> endings() {
        return List.of(
                Check.of("end.cancel", "Cancel ends the script", "'begun'\nStart-Sleep -Seconds 600").cancelledAt("begun")
                        .fails(RunFailure.Kind.CANCELLED).leavesNothing(),
                Check.of("end.timeout", "The time-out of the whole run", "'begun'\nStart-Sleep -Seconds 600")
                        .with(builder -> builder.timeouts(new Timeouts(Optional.empty(), Optional.of(Duration.ofSeconds(8)))))
                        .fails(RunFailure.Kind.TIMEOUT).leavesNothing(),
                Check.of("end.silence", "The time-out for silence", "'begun'\nStart-Sleep -Seconds 600")
                        .with(builder -> builder.timeouts(new Timeouts(Optional.of(Duration.ofSeconds(5)), Optional.empty())))
                        .fails(RunFailure.Kind.SILENCE).leavesNothing());
    }
}
