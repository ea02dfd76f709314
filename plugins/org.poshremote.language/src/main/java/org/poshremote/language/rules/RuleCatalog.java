package org.poshremote.language.rules;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.rules.internal.analyzer.AvoidAssignmentToAutomaticVariable;
import org.poshremote.language.rules.internal.analyzer.AvoidDefaultValueForMandatoryParameter;
import org.poshremote.language.rules.internal.analyzer.AvoidDefaultValueSwitchParameter;
import org.poshremote.language.rules.internal.analyzer.AvoidGlobalAliases;
import org.poshremote.language.rules.internal.analyzer.AvoidGlobalFunctions;
import org.poshremote.language.rules.internal.analyzer.AvoidGlobalVars;
import org.poshremote.language.rules.internal.analyzer.AvoidMultipleTypeAttributes;
import org.poshremote.language.rules.internal.analyzer.AvoidNullOrEmptyHelpMessageAttribute;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingAllowUnencryptedAuthentication;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingBrokenHashAlgorithms;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingComputerNameHardcoded;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingConvertToSecureStringWithPlainText;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingEmptyCatchBlock;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingInvokeExpression;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingPlainTextForPassword;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingUsernameAndPasswordParams;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingWMICmdlet;
import org.poshremote.language.rules.internal.analyzer.AvoidUsingWriteHost;
import org.poshremote.language.rules.internal.analyzer.PossibleIncorrectComparisonWithNull;
import org.poshremote.language.rules.internal.analyzer.PossibleIncorrectUsageOfAssignmentOperator;
import org.poshremote.language.rules.internal.analyzer.PossibleIncorrectUsageOfRedirectionOperator;
import org.poshremote.language.rules.internal.analyzer.UsePSCredentialType;

/** All rules there are. */
public final class RuleCatalog {
    private static final List<Rule> ALL = List.of(
        new AvoidAssignmentToAutomaticVariable(),
        new AvoidDefaultValueForMandatoryParameter(),
        new AvoidDefaultValueSwitchParameter(),
        new AvoidGlobalAliases(),
        new AvoidGlobalFunctions(),
        new AvoidGlobalVars(),
        new AvoidMultipleTypeAttributes(),
        new AvoidNullOrEmptyHelpMessageAttribute(),
        new AvoidUsingAllowUnencryptedAuthentication(),
        new AvoidUsingBrokenHashAlgorithms(),
        new AvoidUsingComputerNameHardcoded(),
        new AvoidUsingConvertToSecureStringWithPlainText(),
        new AvoidUsingEmptyCatchBlock(),
        new AvoidUsingInvokeExpression(),
        new AvoidUsingPlainTextForPassword(),
        new AvoidUsingUsernameAndPasswordParams(),
        new AvoidUsingWMICmdlet(),
        new AvoidUsingWriteHost(),
        new PossibleIncorrectComparisonWithNull(),
        new PossibleIncorrectUsageOfAssignmentOperator(),
        new PossibleIncorrectUsageOfRedirectionOperator(),
        new UsePSCredentialType());

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
