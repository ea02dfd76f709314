package org.poshremote.language.analysis;

import java.util.Locale;
import java.util.Set;

/** Variables that PowerShell sets itself (about_Automatic_Variables) or that steer it (about_Preference_Variables). */
public final class AutomaticVariables {
    /** Nobody can assign them. */
    private static final Set<String> READ_ONLY = Set.of("?", "true", "false", "host", "pid", "executioncontext", "shellid", "pshome", "psversiontable", "error", "home",
        "psculture", "psuiculture", "psedition");
    /** In PowerShell 6 and later. */
    private static final Set<String> READ_ONLY_CORE = Set.of("iscoreclr", "islinux", "ismacos", "iswindows");
    /** Can be assigned, but PowerShell assigns them too. */
    private static final Set<String> ASSIGNED_BY_POWERSHELL = Set.of("_", "psitem", "args", "input", "this", "matches", "foreach", "switch", "event", "eventargs",
        "eventsubscriber", "sender", "myinvocation", "psboundparameters", "pscmdlet", "pscommandpath", "psscriptroot", "stacktrace", "nestedpromptlevel", "profile",
        "consolefilename", "pwd", "ofs", "lastexitcode", "null", "$", "^", "pssenderinfo", "psdebugcontext", "enabledexperimentalfeatures", "sourceargs", "sourceeventargs");
    private static final Set<String> PREFERENCES = Set.of("confirmpreference", "debugpreference", "erroractionpreference", "errorview", "formatenumerationlimit",
        "informationpreference", "logcommandhealthevent", "logcommandlifecycleevent", "logenginehealthevent", "logenginelifecycleevent", "logproviderhealthevent",
        "logproviderlifecycleevent", "maximumaliascount", "maximumdrivecount", "maximumerrorcount", "maximumfunctioncount", "maximumhistorycount",
        "maximumvariablecount", "outputencoding", "progresspreference", "psdefaultparametervalues", "psemailserver", "psmoduleautoloadingpreference",
        "psnativecommandargumentpassing", "psnativecommanduseerroractionpreference", "pssessionapplicationname", "pssessionconfigurationname", "pssessionoption",
        "psstyle", "transcript", "verbosepreference", "warningpreference", "whatifpreference");

    private AutomaticVariables() {
    }

    public static boolean isReadOnly(String name) {
        return READ_ONLY.contains(key(name));
    }

    /** Read-only from PowerShell 6 on, unknown before. */
    public static boolean isReadOnlyInCore(String name) {
        return READ_ONLY_CORE.contains(key(name));
    }

    /** Whether PowerShell gives it a value without being asked. */
    public static boolean isAutomatic(String name) {
        return isReadOnly(name) || isReadOnlyInCore(name) || ASSIGNED_BY_POWERSHELL.contains(key(name));
    }

    public static boolean isPreference(String name) {
        return PREFERENCES.contains(key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
