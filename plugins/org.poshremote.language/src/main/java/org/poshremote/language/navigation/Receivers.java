package org.poshremote.language.navigation;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.workspace.TypeSymbol;
import org.poshremote.language.workspace.TypeSymbol.MemberSymbol;
import org.poshremote.language.workspace.WorkspaceIndex;

/** Which member of which class of the workspace stands behind a dot. */
final class Receivers {
    private static final int DEEPEST = 16;

    private final URI file;
    private final Types types;
    private final WorkspaceIndex index;

    Receivers(URI file, ScriptModel model, WorkspaceIndex index) {
        this.file = file;
        this.types = new Types(model);
        this.index = index;
    }

    /** The member as that class or the one it takes it from declares it. */
    Entity.Member declared(String type, String member) {
        // what overrides a member has its name from there
        String origin = Mentions.key(type);
        Set<String> seen = new HashSet<>();
        Optional<TypeSymbol> at = type(origin);
        while (at.isPresent() && seen.add(Mentions.key(at.get().name()))) {
            if (!at.get().members(member).isEmpty()) {
                origin = Mentions.key(at.get().name());
            }
            at = at.get().baseTypes().stream().findFirst().flatMap(this::type);
        }
        return new Entity.Member(origin, Mentions.key(member));
    }

    /** Empty where the value is of a type that is not of the workspace. */
    Optional<Entity> memberOf(Expression target, String member, boolean isStatic, Optional<Statement.TypeDefinition> around) {
        Optional<String> type = isStatic ? target instanceof Expression.TypeLiteral literal ? Optional.of(literal.type().name()) : Optional.empty() : typeOf(target, around, 0);
        if (isStatic && member.equalsIgnoreCase("new")) {
            return Optional.empty();
        }
        if (type.isEmpty()) {
            return Optional.of(new Entity.LooseMember(Mentions.key(member)));
        }
        return memberOf(type.get(), member).map(found -> declared(Mentions.key(found), member));
    }

    /** The class that has it: this one or one it derives from. */
    private Optional<String> memberOf(String type, String member) {
        Set<String> seen = new HashSet<>();
        Optional<TypeSymbol> at = type(type);
        while (at.isPresent() && seen.add(Mentions.key(at.get().name()))) {
            if (!at.get().members(member).isEmpty()) {
                return at.map(TypeSymbol::name);
            }
            at = at.get().baseTypes().stream().findFirst().flatMap(this::type);
        }
        return Optional.empty();
    }

    private Optional<TypeSymbol> type(String name) {
        List<TypeSymbol> seen = index.typesSeenFrom(file, name);
        return seen.stream().findFirst();
    }

    /** Elements of an array count as the array: PowerShell asks each of them for the member. */
    private Optional<String> typeOf(Expression expression, Optional<Statement.TypeDefinition> around, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return switch (expression) {
            case Expression.Variable variable when variable.path().equalsIgnoreCase("this") -> around.map(Statement.TypeDefinition::name);
            case Expression.MemberAccess access -> typeOfMember(access.target(), access.member(), access.isStatic(), around, depth);
            case Expression.Invoke invoke when !invoke.member().constantText().filter("new"::equalsIgnoreCase).isPresent() ->
                typeOfMember(invoke.target(), invoke.member(), invoke.isStatic(), around, depth);
            case Expression.Index at -> typeOf(at.target(), around, depth + 1);
            case Expression.Paren paren when paren.pipeline() instanceof Statement.Pipeline pipeline && pipeline.expression().isPresent() ->
                typeOf(pipeline.expression().get(), around, depth + 1);
            default -> types.of(expression).map(Receivers::element).filter(type -> !type.equals("object") && !type.equals("psobject"));
        };
    }

    private static String element(String type) {
        int bracket = type.indexOf('[');
        return bracket < 0 ? type : type.substring(0, bracket);
    }

    private Optional<String> typeOfMember(Expression target, Expression member, boolean isStatic, Optional<Statement.TypeDefinition> around, int depth) {
        Optional<String> owner = isStatic && target instanceof Expression.TypeLiteral literal ? Optional.of(literal.type().name()) : typeOf(target, around, depth + 1);
        return owner.flatMap(type -> member.constantText().flatMap(name -> memberOf(type, name).flatMap(this::type).flatMap(symbol -> symbol.members(name).stream().findFirst())))
            .flatMap(MemberSymbol::type).map(Receivers::element);
    }
}
