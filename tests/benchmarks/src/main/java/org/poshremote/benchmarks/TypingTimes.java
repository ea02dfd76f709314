package org.poshremote.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.OtherScripts;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.completion.Completion;
import org.poshremote.language.features.Span;
import org.poshremote.language.hints.ArgumentNames;
import org.poshremote.language.hover.Hover;
import org.poshremote.language.rules.TargetProfiles;
import org.poshremote.language.signature.Signatures;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/**
 * How long completion, hover, signatures and names of arguments take at places of a script of 5,000 lines, warm. A completion is
 * that of a text that was just changed: parsing it is part of the time. The others are asked of a text that is known.
 */
public final class TypingTimes {
    private static final int FUNCTIONS = 250;
    private static final int ROUNDS = 1000;
    private static final String FUNCTION = """
        <#
        .SYNOPSIS
            Sets part %1$d of a node up.
        #>
        function Set-Part%1$d {
            [CmdletBinding(SupportsShouldProcess)]
            param([Parameter(Mandatory)] [string] $Name, [ValidateSet('Present', 'Absent')] [string] $Ensure = 'Present', [switch] $Force)
            $settings%1$d = @{ Path = "C:\\Data\\$Name"; ItemType = 'Directory'; Force = $Force }
            foreach ($file in Get-ChildItem -Path $settings%1$d.Path -Filter *.config -Recurse -ErrorAction SilentlyContinue) {
                if ($file.Length -gt 1kb -and $PSCmdlet.ShouldProcess($file.FullName, "Part %1$d")) {
                    $text = Get-Content -LiteralPath $file.FullName -Raw
                    $changed = $text -replace 'part=\\d+', "part=%1$d"
                    [System.IO.File]::WriteAllText($file.FullName, $changed, [System.Text.Encoding]::UTF8)
                    Write-Verbose "Wrote $($file.Name) at $(Get-Date -Format s)"
                }
            }
            $service = Get-Service -Name $Name | Where-Object { $_.Status -eq 'Running' } | Select-Object -First 1
            try { Restart-Service -InputObject $service -Force:$Force } catch { Write-Error "Part %1$d: $($_.Exception.Message)" }
            New-Item @settings%1$d | Out-Null
        }
        """;

    private TypingTimes() {
    }

    public static void main(String[] arguments) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < FUNCTIONS; i++) {
            made.append(String.format(Locale.ROOT, FUNCTION, i));
        }
        String text = made.toString();
        Script script = Parser.parse(text);
        ScriptModel model = ScriptModel.of(script);
        LineMap lines = new LineMap(text);
        Surroundings surroundings = new Surroundings(Optional.empty(), OtherScripts.NONE, TargetProfiles.find("windows-server-2022").orElseThrow());
        System.out.printf(Locale.ROOT, "%d lines, %d characters%n", text.lines().count(), text.length());
        measure("parsing alone", text.length(), place -> Parser.parse(text));
        measure("parsing and scopes", text.length(), place -> ScriptModel.of(Parser.parse(text)));
        measure("completion in a text just changed", text.length(), place -> Completion.at(Parser.parse(text), place, surroundings));
        measure("hover", text.length(), place -> new Hover(model, lines, surroundings).at(place));
        measure("signatures", text.length(), place -> new Signatures(model, surroundings).at(place));
        measure("names of arguments of 60 lines", text.length() - 4000, place -> ArgumentNames.of(model, surroundings, new Span(place, place + 4000), ArgumentNames.Extent.ALL));
    }

    private static void measure(String what, int length, IntConsumer work) {
        Random places = new Random(7);
        long[] times = new long[ROUNDS];
        // the first half makes the code warm
        for (int i = 0; i < 2 * ROUNDS; i++) {
            int place = places.nextInt(length);
            long start = System.nanoTime();
            work.accept(place);
            times[i % ROUNDS] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "%s: %.2f ms (median), %.2f ms (p99)%n", what, times[ROUNDS / 2] / 1e6, times[ROUNDS * 99 / 100] / 1e6);
    }
}
