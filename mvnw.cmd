@rem Builds the project with a JDK and nothing else. See .mvn/wrapper/Maven.java.
@if defined JAVA_HOME (set "MVNW_JAVA=%JAVA_HOME%\bin\java.exe") else (set "MVNW_JAVA=java.exe")
@"%MVNW_JAVA%" "%~dp0.mvn\wrapper\Maven.java" %*
