// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace app::shell {

template<typename T>
QFuture<T> inBackground(std::function<T()> work)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

// Writes the file in the background, where its content is made, too. A file that is there is replaced as a
// whole or stays. Answers in a sentence why it could not be written, and what to do; nothing: it is written.
QFuture<QString> writeFile(const QString &path, std::function<QByteArray()> content);

} // namespace app::shell
