package io.switchboard.core.plugins;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class in which each way to end the process leads to a method of its own instead, which tells {@link RefusedExits} and
 * throws. That method needs Java alone, so the class is wired to nothing of the server.
 */
final class ClassWithoutExit extends ClassVisitor {
    private static final String RUNTIME = "java/lang/Runtime";
    private static final String PREFIX = "switchboard$";
    private static final int METHOD_REFERENCE = 10;

    /** What is replaced, by its owner, name and descriptor, with what is told of it. */
    private static final Map<String, Way> WAYS = Map.of(
            "java/lang/System.exit(I)V", new Way("exit", "(I)V", "System.exit"),
            "java/lang/Runtime.exit(I)V", new Way("exitRuntime", "(L" + RUNTIME + ";I)V", "Runtime.exit"),
            "java/lang/Runtime.halt(I)V", new Way("halt", "(L" + RUNTIME + ";I)V", "Runtime.halt"));

    private final String plugin;
    private String name = "";
    private boolean isInterface;

    private record Way(String name, String descriptor, String told) {}

    private ClassWithoutExit(ClassVisitor next, String plugin) {
        super(Opcodes.ASM9, next);
        this.plugin = plugin;
    }

    /**
     * Returns the class without them, or nothing if it has none.
     *
     * @throws RuntimeException if this is no class file, or one of a Java that is not known
     */
    static Optional<byte[]> of(byte[] bytes, String plugin) {
        ClassReader reader = new ClassReader(bytes);
        if (!endsTheProcess(reader)) {
            return Optional.empty();
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassWithoutExit(writer, plugin), 0);
        return Optional.of(writer.toByteArray());
    }

    private static boolean endsTheProcess(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset > 0 && reader.readByte(offset - 1) == METHOD_REFERENCE) {
                int called = reader.getItem(reader.readUnsignedShort(offset + 2));
                String method = reader.readClass(offset, buffer) + "." + reader.readUTF8(called, buffer)
                        + reader.readUTF8(called + 2, buffer);
                if (WAYS.containsKey(method)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void visit(
            int version,
            int access,
            String className,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        name = className;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        super.visit(version, access, className, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Calls(super.visitMethod(access, method, descriptor, signature, exceptions));
    }

    @Override
    public void visitEnd() {
        WAYS.values().forEach(this::addRefusal);
        super.visitEnd();
    }

    private void addRefusal(Way way) {
        MethodVisitor code = cv.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                PREFIX + way.name,
                way.descriptor,
                null,
                null);
        code.visitCode();
        code.visitLdcInsn(RefusedExits.LOGGER);
        call(code, "java/util/logging/Logger", "getLogger", "(Ljava/lang/String;)Ljava/util/logging/Logger;", true);
        code.visitFieldInsn(Opcodes.GETSTATIC, "java/util/logging/Level", "SEVERE", "Ljava/util/logging/Level;");
        code.visitLdcInsn(way.told);
        code.visitLdcInsn(plugin);
        String log = "(Ljava/util/logging/Level;Ljava/lang/String;Ljava/lang/Object;)V";
        call(code, "java/util/logging/Logger", "log", log, false);
        code.visitTypeInsn(Opcodes.NEW, "java/lang/SecurityException");
        code.visitInsn(Opcodes.DUP);
        code.visitLdcInsn("A plugin cannot end the server; " + way.told + " was refused");
        code.visitMethodInsn(
                Opcodes.INVOKESPECIAL, "java/lang/SecurityException", "<init>", "(Ljava/lang/String;)V", false);
        code.visitInsn(Opcodes.ATHROW);
        code.visitMaxs(4, 2);
        code.visitEnd();
    }

    private static void call(MethodVisitor code, String owner, String method, String descriptor, boolean isStatic) {
        int how = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
        code.visitMethodInsn(how, owner, method, descriptor, false);
    }

    /** The calls in one method, and what it refers to by {@code System::exit}. */
    private final class Calls extends MethodVisitor {
        Calls(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int code, String owner, String method, String descriptor, boolean ofInterface) {
            Way way = WAYS.get(owner + "." + method + descriptor);
            if (way == null) {
                super.visitMethodInsn(code, owner, method, descriptor, ofInterface);
            } else {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, name, PREFIX + way.name, way.descriptor, isInterface);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(method, descriptor, bootstrap, replaced(arguments));
        }

        @Override
        public void visitLdcInsn(Object constant) {
            super.visitLdcInsn(replaced(constant));
        }

        private Object[] replaced(Object[] constants) {
            Object[] all = constants.clone();
            for (int i = 0; i < all.length; i++) {
                all[i] = replaced(all[i]);
            }
            return all;
        }

        private Object replaced(Object constant) {
            if (constant instanceof Handle handle) {
                Way way = WAYS.get(handle.getOwner() + "." + handle.getName() + handle.getDesc());
                return way == null
                        ? handle
                        : new Handle(Opcodes.H_INVOKESTATIC, name, PREFIX + way.name, way.descriptor, isInterface);
            }
            if (constant instanceof ConstantDynamic computed) {
                Object[] arguments = new Object[computed.getBootstrapMethodArgumentCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = replaced(computed.getBootstrapMethodArgument(i));
                }
                return new ConstantDynamic(
                        computed.getName(), computed.getDescriptor(), computed.getBootstrapMethod(), arguments);
            }
            return constant;
        }
    }
}
