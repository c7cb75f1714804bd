// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conventions.h"

#include <QRegularExpression>

#include <algorithm>

namespace tests::source {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 400;

bool isScriptOrCode(const SourceFile &file)
{
    static const QStringList suffixes{u"h"_s,  u"cpp"_s, u"c"_s,   u"cmake"_s, u"py"_s,
                                      u"sh"_s, u"js"_s,  u"css"_s, u"yml"_s,   u"service"_s};
    return suffixes.contains(file.suffix()) || file.path.endsWith(u"CMakeLists.txt"_s)
        || file.text.startsWith("#!");
}

bool isOfTheProgram(const SourceFile &file)
{
    static const QStringList layers{u"app"_s, u"services"_s, u"model"_s};
    return layers.contains(file.path.section(u'/', 0, 0));
}

} // namespace

QString licenceFault(const SourceFile &file)
{
    static const QRegularExpression lines(
        u"^(#![^\n]*\n)?[^\n]{1,4}SPDX-FileCopyrightText: 2026 The Faultline authors[^\n]*\n"
        "[^\n]{1,4}SPDX-License-Identifier: GPL-3.0-or-later( \\*/)?\n"_s);
    if (!isScriptOrCode(file) || lines.match(QString::fromUtf8(file.text.left(400))).hasMatch())
        return {};
    return file.path + u": does not begin with the two SPDX lines"_s;
}

QString lengthFault(const SourceFile &file)
{
    const bool code = file.suffix() == u"cpp" || file.suffix() == u"h";
    const qsizetype length = file.text.count('\n');
    if (!code || !isOfTheProgram(file) || length <= longest)
        return {};
    return u"%1: %2 lines, more than %3"_s.arg(file.path).arg(length).arg(longest);
}

QString namespaceFault(const SourceFile &file)
{
    if (file.suffix() != u"h" || !isOfTheProgram(file))
        return {};
    const QString name = file.folder().replace(u"/"_s, u"::"_s);
    const QRegularExpression declaration(u"^namespace %1(::[a-z]+)* \\{"_s.arg(name),
                                         QRegularExpression::MultilineOption);
    if (declaration.match(QString::fromUtf8(file.text)).hasMatch())
        return {};
    return u"%1: does not declare namespace %2"_s.arg(file.path, name);
}

} // namespace tests::source
