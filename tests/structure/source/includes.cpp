// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "includes.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

namespace tests::source {

using namespace Qt::StringLiterals;

std::vector<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression directive(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    std::vector<Include> includes;
    int line = 0;
    for (const QByteArray &text : file.text.split('\n')) {
        ++line;
        if (const auto match = directive.match(QString::fromUtf8(text)); match.hasMatch())
            includes.push_back({match.captured(2), match.captured(1) == u"\"", line});
    }
    return includes;
}

QString originOf(const QString &name)
{
    static const QRegularExpression ours(u"^((app|services|model)/[a-z]+)/"_s);
    static const QRegularExpression standard(u"^[a-z_0-9]+$"_s);
    static const QRegularExpression system(
        u"^((sys|netinet|arpa|linux|net|sanitizer)/[a-z_0-9/]+|unistd|fcntl|signal|poll|pthread|sched|time|errno|netdb|malloc)\\.h$"_s);
    static const QList<std::pair<QString, QString>> libraries{{u"SQLiteCpp/"_s, u"SQLiteCpp"_s},
                                                              {u"sqlite3.h"_s, u"sqlite3"_s},
                                                              {u"openssl/"_s, u"openssl"_s},
                                                              {u"nettle/"_s, u"nettle"_s},
                                                              {u"llhttp.h"_s, u"llhttp"_s},
                                                              {u"amqp"_s, u"rabbitmq"_s},
                                                              {u"librdkafka/"_s, u"rdkafka"_s},
                                                              {u"graphviz/"_s, u"graphviz"_s},
                                                              {u"tl/expected.hpp"_s, u"tl"_s},
                                                              {u"QCoro"_s, u"QCoro"_s},
                                                              {u"Qt"_s, u"Qt"_s},
                                                              {u"Q"_s, u"Qt"_s}};
    if (const auto match = ours.match(name); match.hasMatch())
        return match.captured(1);
    for (const auto &[prefix, library] : libraries) {
        if (name.startsWith(prefix))
            return library;
    }
    return standard.match(name).hasMatch() || system.match(name).hasMatch() ? u""_s : QString();
}

bool isOfQtModule(const QString &name, const QStringList &modules)
{
    static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    for (const QString &module : modules) {
        if (name.startsWith(module + u'/') || name == module
            || QFileInfo::exists(headers + u'/' + module + u'/' + name))
            return true;
    }
    return false;
}

} // namespace tests::source
