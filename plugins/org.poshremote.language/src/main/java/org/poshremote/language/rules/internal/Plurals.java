package org.poshremote.language.rules.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English nouns, as far as names of commands need them. */
public final class Plurals {
    private static final Pattern LAST_WORD = Pattern.compile("(?:^|.*?)([A-Z]?[a-z]+|[A-Z]{2,}s?)$", Pattern.DOTALL);
    /** End like plurals and are none, or have no other form. */
    private static final Set<String> SINGULAR = Set.of("access", "address", "alias", "analysis", "apps", "atlas", "basis", "bias", "bus", "business", "bypass", "canvas", "census", "chaos",
        "chassis", "class", "compress", "corpus", "dns", "express", "focus", "gps", "hash", "https", "ips", "iis", "ids", "news", "nexus", "nuclis", "os", "pass", "process",
        "progress", "radius", "series", "species", "status", "synopsis", "sos", "sms", "smtps", "sts", "sys", "this", "tls", "tps", "vps", "virus", "windows", "wins", "xs", "azs",
        "kubernetes", "aws", "cors", "css", "cos", "diagnosis", "dbs", "ftps", "gas", "help", "ads", "as", "is", "us", "bios", "ms", "ps", "rds", "dfs", "efs", "nfs", "ntfs", "refs",
        "vss", "wsus", "dos", "lens", "always", "plus", "versus", "previous", "minus", "thus", "hypothesis", "thesis", "axis", "crisis", "oasis", "emphasis", "consensus", "bonus",
        "campus", "genius", "octopus", "surplus", "terminus", "nervous", "various", "continuous", "anonymous", "dangerous", "asynchronous");

    private Plurals() {
    }

    /** The noun with its last word in the singular; empty where it is no plural. */
    public static Optional<String> singular(String noun) {
        Matcher matcher = LAST_WORD.matcher(noun);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String word = matcher.group(1);
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.length() < 4 || !lower.endsWith("s") || lower.endsWith("ss") || lower.endsWith("us") || lower.endsWith("is") || SINGULAR.contains(lower) || word.equals(word.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String before = noun.substring(0, matcher.start(1));
        if (lower.endsWith("ies") && word.length() > 4) {
            return Optional.of(before + word.substring(0, word.length() - 3) + "y");
        }
        if (lower.matches(".*(sses|shes|ches|xes|zzes|statuses|aliases|uses)")) {
            return Optional.of(before + word.substring(0, word.length() - 2));
        }
        return Optional.of(before + word.substring(0, word.length() - 1));
    }
}
