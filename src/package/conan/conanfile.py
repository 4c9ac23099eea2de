"""fleks for Conan 2, of the sources that this file lies in: conan create FLEKS/src/package/conan --build=missing"""

import os

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy


class Fleks(ConanFile):
    name = 'fleks'
    version = '0.1.0'
    description = 'Danish fleksløntilskud and ledighedsydelse, exact and explained: a C++20 library with a C interface'
    license = 'MIT'
    package_type = 'library'
    settings = 'os', 'arch', 'compiler', 'build_type'

    def export_sources(self):
        project = os.path.join(self.recipe_folder, '..', '..', '..')
        for pattern in ('CMakeLists.txt', 'LICENSE', 'include/*', 'src/*'):
            copy(self, pattern, project, self.export_sources_folder)

    def requirements(self):
        self.requires('expat/[>=2.5 <3]')
        # Compiled in; no user of the package needs them.
        for needed in ('boost/[>=1.74 <2]', 'date/[>=3 <4]', 'fmt/[>=9 <10]', 'nlohmann_json/[>=3.11 <4]'):
            self.requires(needed, headers=True, libs=False, visible=False)

    def validate(self):
        check_min_cppstd(self, 20)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.variables.update({'FLEKS_BUILD_EXAMPLES': False, 'FLEKS_BUILD_TESTS': False, 'FLEKS_INSTALL': True,
                                    'FLEKS_WARNINGS_AS_ERRORS': False})
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, 'LICENSE', self.source_folder, os.path.join(self.package_folder, 'licenses'))
        CMake(self).install()

    def package_info(self):
        # The package's own CMake files say what is in it.
        self.cpp_info.set_property('cmake_find_mode', 'none')
        self.cpp_info.builddirs = [os.path.join('lib', 'cmake', 'fleks')]
