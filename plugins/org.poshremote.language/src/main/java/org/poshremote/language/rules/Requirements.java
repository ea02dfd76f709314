package org.poshremote.language.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Script;

/**
 * What {@code #Requires} lines say (about_Requires).
 *
 * @param edition "Desktop" or "Core"
 * @param span    of the line that names the version
 */
public record Requirements(Optional<TargetVersion> version, Optional<String> edition, boolean administrator, List<String> modules, Optional<Span> span) {
    private static final Pattern LINE = Pattern.compile("#requires\\s+-.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("-v(?:ersion)?[\\s:]+[\"']?([\\d.]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EDITION = Pattern.compile("-PSEdition[\\s:]+[\"']?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MODULES = Pattern.compile("-Modules?[\\s:]+(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MODULE_NAME = Pattern.compile("ModuleName\\s*=\\s*[\"']?([\\w.-]+)|(?<=^|,)\\s*[\"']?([\\w.-]+)[\"']?(?=\\s*(?:,|$))", Pattern.CASE_INSENSITIVE);

    public Requirements {
        modules = List.copyOf(modules);
    }

    public static Requirements of(Script script) {
        Optional<TargetVersion> version = Optional.empty();
        Optional<String> edition = Optional.empty();
        Optional<Span> span = Optional.empty();
        boolean administrator = false;
        List<String> modules = new ArrayList<>();
        for (Script.Comment comment : script.comments()) {
            if (comment.end() - comment.start() > 2000) {
                continue;
            }
            String line = script.text().substring(comment.start(), comment.end());
            if (!LINE.matcher(line).matches()) {
                continue;
            }
            Matcher versions = VERSION.matcher(line);
            if (versions.find()) {
                version = TargetVersion.parse(versions.group(1));
                span = Optional.of(new Span(comment.start(), comment.end()));
            }
            Matcher editions = EDITION.matcher(line);
            if (editions.find()) {
                edition = Optional.of(editions.group(1));
            }
            administrator |= line.toLowerCase(Locale.ROOT).contains("-runasadministrator");
            Matcher named = MODULES.matcher(line);
            if (named.find()) {
                Matcher names = MODULE_NAME.matcher(named.group(1));
                while (names.find()) {
                    modules.add(names.group(1) != null ? names.group(1) : names.group(2));
                }
            }
        }
        return new Requirements(version, edition, administrator, modules, span);
    }
}
