package io.switchboard.core.store.type;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;
import org.apache.ibatis.type.TypeHandlerRegistry;

/** Finds the identifiers that a mapper's methods and rows mention, and gives each its type handler. */
final class MappedTypes {
    private final TypeHandlerRegistry registry;
    private final Set<Type> seen = new HashSet<>();

    MappedTypes(TypeHandlerRegistry registry) {
        this.registry = registry;
    }

    void register(Class<?> mapper) {
        for (Method method : mapper.getMethods()) {
            visit(method.getGenericReturnType());
            for (Type parameter : method.getGenericParameterTypes()) {
                visit(parameter);
            }
        }
    }

    private void visit(Type type) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            visit(generic.getRawType());
            for (Type argument : generic.getActualTypeArguments()) {
                visit(argument);
            }
        } else if (type instanceof WildcardType wildcard) {
            for (Type bound : wildcard.getUpperBounds()) {
                visit(bound);
            }
        } else if (type instanceof Class<?> plain) {
            visitClass(plain);
        }
    }

    private void visitClass(Class<?> type) {
        if (SingleValueTypeHandler.fits(type)) {
            registerSingleValue(type.asSubclass(Record.class));
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                visit(component.getGenericType());
            }
        }
    }

    private <R extends Record> void registerSingleValue(Class<R> type) {
        if (!registry.hasTypeHandler(type)) {
            registry.register(type, new SingleValueTypeHandler<>(type));
        }
    }
}
