<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>app::books::BookCard</name>
    <message numerus="yes">
        <source>and %n messages</source>
        <translation>
            <numerusform>and %n message</numerusform>
            <numerusform>and %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::charts</name>
    <message numerus="yes">
        <source>%1: %n instances</source>
        <translation>
            <numerusform>%1: %n instance</numerusform>
            <numerusform>%1: %n instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::console::ConsolePanel</name>
    <message numerus="yes">
        <source>They differ in %n field(s): ids and moments are each shape&apos;s own.</source>
        <translation>
            <numerusform>They differ in %n field: ids and moments are each shape&apos;s own.</numerusform>
            <numerusform>They differ in %n fields: ids and moments are each shape&apos;s own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::inspector::OwnersPage</name>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::shell::StatusLine</name>
    <message numerus="yes">
        <source>%n instances · %1 ports · %L2 MB, measured</source>
        <translation>
            <numerusform>%n instance · %1 ports · %L2 MB, measured</numerusform>
            <numerusform>%n instances · %1 ports · %L2 MB, measured</numerusform>
        </translation>
    </message>
</context>
</TS>
