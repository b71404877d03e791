//go:build cgo && !ci

#import <Cocoa/Cocoa.h>
#import <objc/runtime.h>

extern void goOpenedFile(char *path);

// GLFW's delegate of the application does not answer to « open these files »: give it the method before it is made.
static void openFiles(id self, SEL command, NSApplication *application, NSArray<NSString *> *files) {
	for (NSString *file in files) {
		goOpenedFile((char *)[file fileSystemRepresentation]);
	}
	[application replyToOpenOrPrint:NSApplicationDelegateReplySuccess];
}

void hearOpenedFiles(void) {
	Class delegate = objc_getClass("GLFWApplicationDelegate");
	if (delegate != Nil) {
		class_addMethod(delegate, @selector(application:openFiles:), (IMP)openFiles, "v@:@@");
	}
}
