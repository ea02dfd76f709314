package org.poshremote.language.rules;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.layout.internal.Negation;
import org.poshremote.language.layout.internal.Quotes;
import org.poshremote.language.layout.internal.Semicolons;
import org.poshremote.language.rules.internal.analyzer.AvoidAssignmentToAutomaticVariable;
import org.poshremote.language.rules.internal.analyzer.AvoidDefaultValueForMandatoryParameter;
import org.poshremote.language.rules.internal.analyzer.AvoidDefaultValueSwitchParameter;
import org.poshremote.language.rules.internal.analyzer.AvoidDynamicVariableNames;
import org.poshremote.language.rules.internal.analyzer.AvoidGlobalAliases;
import org.poshremote.language.rules.internal.analyzer.AvoidGlobalFunctions;
import org.poshremote.language.rules.internal.analyzer.AvoidGlobalVars;
import org.poshremote.language.rules.internal.analyzer.AvoidInvokingEmptyMembers;
import org.poshremote.language.rules.internal.analyzer.AvoidMultipleTypeAttributes;
import org.poshremote.language.rules.internal.analyzer.AvoidNullOrEmptyHelpMessageAttribute;
import org.poshremote.language.rules.internal.analyzer.AvoidOverwritingBuiltInCmdlets;
import org.poshremote.language.rules.internal.analyzer.AvoidReservedWordsAsFunctionNames;
import org.poshremote.language.rules.internal.analyzer.AvoidShouldContinueWithoutForce;
import org.poshremote.language.rules.internal.analyzer.AvoidTrailingWhitespace;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingAllowUnencryptedAuthentication;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingArrayList;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingBrokenHashAlgorithms;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingCmdletAliases;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingComputerNameHardcoded;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingConvertToSecureStringWithPlainText;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingEmptyCatchBlock;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingInvokeExpression;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingPlainTextForPassword;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingPositionalParameters;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingUsernameAndPasswordParams;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingWMICmdlet;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingWriteHost;
import org.poshremote.language.rules.internal.analyzer.InvalidMultiDotValue;
import org.poshremote.language.rules.internal.analyzer.MisleadingBacktick;
import org.poshremote.language.rules.internal.analyzer.MissingTryBlock;
import org.poshremote.language.rules.internal.analyzer.PossibleIncorrectComparisonWithNull;
import org.poshremote.language.rules.internal.analyzer.PossibleIncorrectUsageOfAssignmentOperator;
import org.poshremote.language.rules.internal.analyzer.PossibleIncorrectUsageOfRedirectionOperator;
import org.poshremote.language.rules.internal.analyzer.ProvideCommentHelp;
import org.poshremote.language.rules.internal.analyzer.ReservedCmdletChar;
import org.poshremote.language.rules.internal.analyzer.ReservedParams;
import org.poshremote.language.rules.internal.analyzer.ReviewUnusedParameter;
import org.poshremote.language.rules.internal.analyzer.ShouldProcess;
import org.poshremote.language.rules.internal.analyzer.UseApprovedVerbs;
import org.poshremote.language.rules.internal.analyzer.UseBOMForUnicodeEncodedFile;
import org.poshremote.language.rules.internal.analyzer.UseCmdletCorrectly;
import org.poshremote.language.rules.internal.analyzer.UseConsistentParameterSetName;
import org.poshremote.language.rules.internal.analyzer.UseConsistentParametersKind;
import org.poshremote.language.rules.internal.analyzer.UseConstrainedLanguageMode;
import org.poshremote.language.rules.internal.analyzer.UseDeclaredVarsMoreThanAssignments;
import org.poshremote.language.rules.internal.analyzer.UseLiteralInitializerForHashtable;
import org.poshremote.language.rules.internal.analyzer.UseOutputTypeCorrectly;
import org.poshremote.language.rules.internal.analyzer.UsePSCredentialType;
import org.poshremote.language.rules.internal.analyzer.UseProcessBlockForPipelineCommand;
import org.poshremote.language.rules.internal.analyzer.UseShouldProcessForStateChangingFunctions;
import org.poshremote.language.rules.internal.analyzer.UseSingleValueFromPipeline;
import org.poshremote.language.rules.internal.analyzer.UseSingularNouns;
import org.poshremote.language.rules.internal.analyzer.UseSupportsShouldProcess;
import org.poshremote.language.rules.internal.analyzer.UseUTF8EncodingForHelpFile;
import org.poshremote.language.rules.internal.analyzer.UseUsingScopeModifierInNewRunspaces;
import org.poshremote.language.rules.internal.dsc.IdenticalMandatoryParameters;
import org.poshremote.language.rules.internal.dsc.IdenticalParameters;
import org.poshremote.language.rules.internal.dsc.ReturnTypesOfResource;
import org.poshremote.language.rules.internal.dsc.StandardFunctionsInResource;
import org.poshremote.language.rules.internal.dsc.VerboseMessageInResource;
import org.poshremote.language.rules.internal.encoding.EncodingBreaksScript;
import org.poshremote.language.rules.internal.encoding.EncodingCodePage;
import org.poshremote.language.rules.internal.encoding.EncodingMark;
import org.poshremote.language.rules.internal.encoding.EncodingOfOutput;
import org.poshremote.language.rules.internal.encoding.EncodingUtf16;
import org.poshremote.language.rules.internal.encoding.LineEnds;
import org.poshremote.language.rules.internal.layout.AvoidLongLines;
import org.poshremote.language.rules.internal.layout.LayoutRule;
import org.poshremote.language.rules.internal.layout.Passes;
import org.poshremote.language.rules.internal.manifest.AvoidUsingDeprecatedManifestFields;
import org.poshremote.language.rules.internal.manifest.MissingModuleManifestField;
import org.poshremote.language.rules.internal.manifest.UseToExportFieldsInManifest;
import org.poshremote.language.rules.internal.remote.RemoteAddType;
import org.poshremote.language.rules.internal.remote.RemoteClr;
import org.poshremote.language.rules.internal.remote.RemoteCommandLine;
import org.poshremote.language.rules.internal.remote.RemoteConsole;
import org.poshremote.language.rules.internal.remote.RemoteCutsConnection;
import org.poshremote.language.rules.internal.remote.RemoteElevation;
import org.poshremote.language.rules.internal.remote.RemoteEnterSession;
import org.poshremote.language.rules.internal.remote.RemoteExit;
import org.poshremote.language.rules.internal.remote.RemoteNativeErrors;
import org.poshremote.language.rules.internal.remote.RemoteNeedsDesktop;
import org.poshremote.language.rules.internal.remote.RemoteNeedsUser;
import org.poshremote.language.rules.internal.remote.RemoteNoProfile;
import org.poshremote.language.rules.internal.remote.RemoteOutlivesRun;
import org.poshremote.language.rules.internal.remote.RemoteProgress;
import org.poshremote.language.rules.internal.remote.RemoteRestart;
import org.poshremote.language.rules.internal.remote.RemoteSecondHop;
import org.poshremote.language.rules.internal.remote.RemoteStartProcess;
import org.poshremote.language.rules.internal.remote.RemoteTls;
import org.poshremote.language.rules.internal.remote.RemoteTranscript;
import org.poshremote.language.rules.internal.remote.RemoteWindowsUpdate;
import org.poshremote.language.rules.internal.target.NestedPowerShell;
import org.poshremote.language.rules.internal.target.NullConditionalName;
import org.poshremote.language.rules.internal.target.TargetCommand;
import org.poshremote.language.rules.internal.target.TargetParameter;
import org.poshremote.language.rules.internal.target.TargetSyntax;
import org.poshremote.language.rules.internal.target.TargetVersionRule;
import org.poshremote.language.rules.internal.target.UseCompatibleCmdlets;
import org.poshremote.language.rules.internal.target.UseCompatibleCommands;
import org.poshremote.language.rules.internal.target.UseCompatibleSyntax;

/** All rules there are. */
public final class RuleCatalog {
    private static final List<Rule> ALL = List.of(
        new LayoutRule("PSAlignAssignmentStatement", Severity.WARNING, false, Passes::alignment),
        new AvoidAssignmentToAutomaticVariable(),
        new AvoidDefaultValueForMandatoryParameter(),
        new AvoidDefaultValueSwitchParameter(),
        new AvoidDynamicVariableNames(),
        new LayoutRule("PSAvoidExclaimOperator", Severity.WARNING, false, options -> new Negation()),
        new AvoidGlobalAliases(),
        new AvoidGlobalFunctions(),
        new AvoidGlobalVars(),
        new AvoidInvokingEmptyMembers(),
        new AvoidLongLines(),
        new AvoidMultipleTypeAttributes(),
        new AvoidNullOrEmptyHelpMessageAttribute(),
        new AvoidOverwritingBuiltInCmdlets(),
        new AvoidReservedWordsAsFunctionNames(),
        new LayoutRule("PSAvoidSemicolonsAsLineTerminators", Severity.WARNING, false, options -> new Semicolons()),
        new AvoidShouldContinueWithoutForce(),
        new AvoidTrailingWhitespace(),
        new AvoidUsingAllowUnencryptedAuthentication(),
        new AvoidUsingArrayList(),
        new AvoidUsingBrokenHashAlgorithms(),
        new AvoidUsingCmdletAliases(),
        new AvoidUsingComputerNameHardcoded(),
        new AvoidUsingConvertToSecureStringWithPlainText(),
        new AvoidUsingDeprecatedManifestFields(),
        new LayoutRule("PSAvoidUsingDoubleQuotesForConstantString", Severity.INFORMATION, false, options -> new Quotes()),
        new AvoidUsingEmptyCatchBlock(),
        new AvoidUsingInvokeExpression(),
        new AvoidUsingPlainTextForPassword(),
        new AvoidUsingPositionalParameters(),
        new AvoidUsingUsernameAndPasswordParams(),
        new AvoidUsingWMICmdlet(),
        new AvoidUsingWriteHost(),
        new ReturnTypesOfResource(),
        new StandardFunctionsInResource(),
        new IdenticalMandatoryParameters(),
        new IdenticalParameters(),
        new VerboseMessageInResource(),
        new InvalidMultiDotValue(),
        new MisleadingBacktick(),
        new MissingModuleManifestField(),
        new MissingTryBlock(),
        new LayoutRule("PSPlaceCloseBrace", Severity.WARNING, false, Passes::closeBraces),
        new LayoutRule("PSPlaceOpenBrace", Severity.WARNING, false, Passes::openBraces),
        new PossibleIncorrectComparisonWithNull(),
        new PossibleIncorrectUsageOfAssignmentOperator(),
        new PossibleIncorrectUsageOfRedirectionOperator(),
        new ProvideCommentHelp(),
        new ReservedCmdletChar(),
        new ReservedParams(),
        new ReviewUnusedParameter(),
        new ShouldProcess(),
        new UseApprovedVerbs(),
        new UseBOMForUnicodeEncodedFile(),
        new UseCmdletCorrectly(),
        new UseCompatibleCmdlets(),
        new UseCompatibleCommands(),
        new UseCompatibleSyntax(),
        new LayoutRule("PSUseConsistentIndentation", Severity.WARNING, false, Passes::indentation),
        new UseConsistentParameterSetName(),
        new UseConsistentParametersKind(),
        new LayoutRule("PSUseConsistentWhitespace", Severity.WARNING, false, Passes::whitespace),
        new UseConstrainedLanguageMode(),
        new LayoutRule("PSUseCorrectCasing", Severity.INFORMATION, false, Passes::casing),
        new UseDeclaredVarsMoreThanAssignments(),
        new UseLiteralInitializerForHashtable(),
        new UseOutputTypeCorrectly(),
        new UsePSCredentialType(),
        new UseProcessBlockForPipelineCommand(),
        new UseShouldProcessForStateChangingFunctions(),
        new UseSingleValueFromPipeline(),
        new UseSingularNouns(),
        new UseSupportsShouldProcess(),
        new UseToExportFieldsInManifest(),
        new UseUTF8EncodingForHelpFile(),
        new UseUsingScopeModifierInNewRunspaces(),
        new RemoteAddType(),
        new RemoteClr(),
        new RemoteCommandLine(),
        new RemoteConsole(),
        new RemoteCutsConnection(),
        new RemoteElevation(),
        new EncodingBreaksScript(),
        new EncodingCodePage(),
        new EncodingMark(),
        new EncodingOfOutput(),
        new LineEnds(),
        new EncodingUtf16(),
        new RemoteEnterSession(),
        new RemoteExit(),
        new RemoteNativeErrors(),
        new RemoteNeedsDesktop(),
        new RemoteNeedsUser(),
        new NestedPowerShell(),
        new RemoteNoProfile(),
        new NullConditionalName(),
        new RemoteOutlivesRun(),
        new RemoteProgress(),
        new RemoteRestart(),
        new RemoteSecondHop(),
        new RemoteStartProcess(),
        new TargetCommand(),
        new TargetParameter(),
        new TargetSyntax(),
        new TargetVersionRule(),
        new RemoteTls(),
        new RemoteTranscript(),
        new RemoteWindowsUpdate());

    private RuleCatalog() {
    }

    /** By name. */
    public static List<Rule> all() {
        return ALL;
    }

    /** @param name in any case */
    public static Optional<Rule> find(String name) {
        return ALL.stream().filter(rule -> rule.name().equalsIgnoreCase(name)).findFirst();
    }
}
